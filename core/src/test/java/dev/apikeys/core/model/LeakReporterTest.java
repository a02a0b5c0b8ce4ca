package dev.apikeys.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeakReporterTest {

    @Test
    void theCodesAreThoseThatAreStored() {
        assertThat(LeakReporter.POSSESSOR.code()).isEqualTo("possessor");
        assertThat(LeakReporter.GITHUB.code()).isEqualTo("github");
        assertThat(LeakReporter.isCode("github")).isTrue();
        assertThat(LeakReporter.isCode("7d1c9f6e-3ac7-4c55-8a53-0d7c4f6e2a11")).isFalse();
    }
}
