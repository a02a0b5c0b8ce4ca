/** How the use of keys is counted. */
package dev.apikeys.it.usage;
