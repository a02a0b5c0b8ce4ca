/** An agent with a key of its own, and the commands of docs/agents.md. */
package dev.apikeys.it.agents;
