package dev.apikeys.it.secrecy;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;

/** Everything that servers answer to the tests until {@link #close()}, in order. */
final class Answers implements Filter, AutoCloseable {

    private final List<Answer> all = new ArrayList<>();

    /**
     * One answer.
     *
     * @param to the method and the path
     * @param text header fields and body
     */
    record Answer(String to, String text) {}

    static Answers record() {
        Answers answers = new Answers();
        RestAssured.filters(answers);
        return answers;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        all.add(new Answer(
                request.getMethod() + " " + request.getURI().replaceFirst("[?].*", ""),
                response.getHeaders() + "\n" + response.asString()));
        return response;
    }

    List<Answer> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        RestAssured.replaceFiltersWith(List.of());
    }
}
