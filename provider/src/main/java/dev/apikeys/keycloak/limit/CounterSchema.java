package dev.apikeys.keycloak.limit;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;
import org.infinispan.protostream.annotations.ProtoSyntax;

/**
 * How the functions travel between nodes. Nodes of different versions meet during an update: a number names one form for
 * ever, and a function that changes gets another.
 */
@ProtoSchema(
        syntax = ProtoSyntax.PROTO3,
        schemaPackageName = "dev.apikeys",
        schemaFileName = "api-keys-counters.proto",
        schemaFilePath = "proto",
        includeClasses = {TakeFunction.class, GiveBackFunction.class})
public interface CounterSchema extends GeneratedSchema {

    /** Beyond what Infinispan and Keycloak keep for themselves. */
    int TAKE = 1_094_795_585;

    int GIVE_BACK = TAKE + 1;
}
