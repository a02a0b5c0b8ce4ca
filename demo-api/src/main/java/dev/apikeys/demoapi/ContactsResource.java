package dev.apikeys.demoapi;

import dev.apikeys.resourceserver.RequiresScope;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts: each method names its own scope. */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class ContactsResource {

    private static final int LONGEST_NAME = 200;

    private final Shelf<Contact> contacts = new Shelf<>();

    public ContactsResource() {
        contacts.add(new Contact("Ada Lovelace"));
        contacts.add(new Contact("Grace Hopper"));
    }

    /** Somebody to call. */
    record Contact(@Nullable String name) {}

    @GET
    @RequiresScope("contacts:read")
    public Map<String, Object> list() {
        return contacts.listed("contacts");
    }

    @POST
    @RequiresScope("contacts:write")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Contact contact) {
        String name = contact == null ? null : contact.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new BadRequestException();
        }
        return Response.status(Response.Status.CREATED)
                .entity(contacts.add(new Contact(name)))
                .build();
    }
}
