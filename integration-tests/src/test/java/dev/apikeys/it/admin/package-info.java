/** The contract of the admin REST API, by topic; every answer is also held against the OpenAPI document. */
@NullMarked
package dev.apikeys.it.admin;

import org.jspecify.annotations.NullMarked;
