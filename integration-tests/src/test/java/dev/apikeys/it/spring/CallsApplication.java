package dev.apikeys.it.spring;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that knows nothing of API keys: only its properties say who introspects tokens. */
@SpringBootApplication
class CallsApplication {}
