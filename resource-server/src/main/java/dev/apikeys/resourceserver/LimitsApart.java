package dev.apikeys.resourceserver;

/** One shape of refusals for limits that are used up, and another for everything else. */
record LimitsApart(ErrorBody others, ErrorBody ofLimits) implements ErrorBody {

    @Override
    public String mediaType() {
        return others.mediaType();
    }

    @Override
    public String mediaType(Refusal refusal) {
        return shapeOf(refusal).mediaType(refusal);
    }

    @Override
    public String write(Refusal refusal) {
        return shapeOf(refusal).write(refusal);
    }

    private ErrorBody shapeOf(Refusal refusal) {
        return refusal.status() == Denial.RATE_LIMIT_EXCEEDED.status() ? ofLimits : others;
    }
}
