package dev.apikeys.it.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A Spring Boot application that knows nothing of API keys: its properties say who introspects tokens, and
 * {@link CallsSecurity} says what scopes are for.
 */
@SpringBootApplication
class CallsApplication {}
