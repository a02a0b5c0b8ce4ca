package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One record of a body.
 *
 * @param line where it stands, from 1: the number of the line, or the place in the array
 * @param bytes how much of the body it is
 * @param json empty when it is no JSON object, or too long for one
 */
record NumberedRecord(long line, long bytes, Optional<ObjectNode> json) {}
