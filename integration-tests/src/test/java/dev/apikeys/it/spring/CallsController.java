package dev.apikeys.it.spring;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells the caller what Spring Security has made of the bearer token. */
@RestController
class CallsController {

    @GetMapping("/calls")
    Map<String, Object> calls(@AuthenticationPrincipal OAuth2AuthenticatedPrincipal caller) {
        return Map.of(
                "name", caller.getName(),
                "authorities",
                        caller.getAuthorities().stream().map(Object::toString).toList(),
                "attributes", caller.getAttributes());
    }

    @PostMapping("/calls")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> call(@AuthenticationPrincipal OAuth2AuthenticatedPrincipal caller) {
        return Map.of("name", caller.getName());
    }
}
