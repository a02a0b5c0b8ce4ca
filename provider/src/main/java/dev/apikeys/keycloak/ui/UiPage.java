package dev.apikeys.keycloak.ui;

/**
 * The page as HTML. It has no script and no style of its own; what it is told stands in a block of data, which browsers do
 * not run.
 */
record UiPage(UiAddresses addresses, UiAssets assets) {

    private static final String TEMPLATE =
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>API keys</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="%s">
            <link rel="stylesheet" href="%s">
            <script type="application/json" id="environment">%s</script>
            <script type="module" src="%s"></script>
            </head>
            <body><div id="app"></div></body>
            </html>
            """;

    String html(UiEnvironment environment) {
        return TEMPLATE.formatted(
                attribute(environment.locale()),
                asset("base.css"),
                asset("element.css"),
                environment.text(),
                asset("standalone.js"));
    }

    private String asset(String file) {
        return attribute(addresses.asset(assets.directory(), file));
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
