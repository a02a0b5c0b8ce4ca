// Puts what Vite built where Keycloak looks for it: below a path that changes with the content, because Keycloak tells
// browsers to keep theme resources for a month and its own version tag does not change when this jar does.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";

const assets = "target/assets";
const classes = "target/classes";
const resources = `${classes}/theme-resources/resources/apikeys`;

// What is in the scripts, and under which licenses, is for those who get the jar and not for browsers
await mkdir(`${classes}/META-INF/sbom`, { recursive: true });
await rename(`${assets}/sbom.json`, `${classes}/META-INF/sbom/themes.cdx.json`);
await rename("target/third-party-licenses.txt", `${classes}/META-INF/third-party-licenses.txt`);

// What the console brings along and the page beside it has to: PatternFly's variables, without its fonts
const base = await readFile("node_modules/@patternfly/react-core/dist/styles/base.css", "utf8");
await writeFile(`${assets}/base.css`, base.replaceAll(/@font-face\s*\{[^}]*\}\s*/g, ""));

const files = (await readdir(assets)).sort();
const hash = createHash("sha256");
for (const file of files) {
    hash.update(file).update(await readFile(`${assets}/${file}`));
}
const version = hash.digest("hex").slice(0, 16);

await rm(resources, { recursive: true, force: true });
await cp(assets, `${resources}/${version}`, { recursive: true });

for (const type of ["admin", "account"]) {
    const theme = `theme/api-keys/${type}`;
    await mkdir(`${classes}/${theme}`, { recursive: true });
    const properties = await readFile(`src/main/resources/${theme}/theme.properties`, "utf8");
    await writeFile(`${classes}/${theme}/theme.properties`, properties.replaceAll("@assets@", `apikeys/${version}`));
}
process.stdout.write(`assets: apikeys/${version} (${files.join(", ")})\n`);
