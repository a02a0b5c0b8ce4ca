package dev.apikeys.it.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Which scope an operation needs, as any resource server with Spring Security says it. */
@Configuration
class CallsSecurity {

    @Bean
    SecurityFilterChain calls(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/calls/**")
                        .hasAuthority("SCOPE_calls:read")
                        .requestMatchers("/calls/**")
                        .hasAuthority("SCOPE_calls:write")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.opaqueToken(Customizer.withDefaults()))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
