package dev.apikeys.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {

    @Property
    void onlyPrintableAsciiIsLeft(@ForAll String text) {
        assertThat(HeaderText.encoded(text)).matches("[ -~]*");
    }

    @Property
    void aQuotationEndsWhereItShould(@ForAll String text) {
        assertThat(HeaderText.quoted(text)).matches("\"[ !#-\\[\\]-~]*\"");
    }

    @ParameterizedTest
    @CsvSource({"shop-backend, shop-backend", "a\"b\\c, a\"b\\c", "100%, 100%25", "é, %C3%A9", "'a b', 'a b'"})
    void whatCanStandThereStandsThere(String text, String written) {
        assertThat(HeaderText.encoded(text)).isEqualTo(written);
    }

    @Test
    void aLineNeverEnds() {
        assertThat(HeaderText.quoted("a\r\nX-Evil: \"1\"")).isEqualTo("\"a%0D%0AX-Evil: %221%22\"");
    }
}
