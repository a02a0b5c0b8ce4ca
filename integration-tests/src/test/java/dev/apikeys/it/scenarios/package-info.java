/** Five real products, each from its realm file alone: what their documents say about API keys, statement by statement. */
package dev.apikeys.it.scenarios;
