import license, { type Dependency } from "rollup-plugin-license";
import sbom from "rollup-plugin-sbom";
import { defineConfig } from "vitest/config";

// What lets others ship it within something that is under the Apache License
const ALLOWED = "(MIT OR ISC OR 0BSD OR BSD-2-Clause OR BSD-3-Clause OR Apache-2.0)";

/** What their authors want to travel with the bundle; whoever has no text of a license cannot be part of it. */
function licenses(dependencies: Dependency[]): string {
    return dependencies
        .map(({ name, version, license, licenseText, noticeText }) => {
            if (!licenseText) {
                throw new Error(`${name} ${version} comes without the text of its license`);
            }
            return [`${name} ${version} (${license})`, licenseText, noticeText ?? ""]
                .map((part) => part.trim())
                .join("\n\n");
        })
        .sort()
        .join(`\n\n${"-".repeat(80)}\n\n`);
}

// The names of files carry no hash: build/assemble.mjs puts one hash of everything into their path instead.
export default defineConfig({
    base: "./",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
        outDir: "target/assets",
        emptyOutDir: true,
        target: "es2022",
        cssCodeSplit: false,
        modulePreload: false,
        rollupOptions: {
            plugins: [
                license({
                    thirdParty: {
                        allow: { test: ALLOWED, failOnUnlicensed: true, failOnViolation: true },
                        output: { file: "target/third-party-licenses.txt", template: licenses },
                    },
                }),
                sbom({ outDir: ".", outFilename: "sbom", includeWellKnown: false, saveTimestamp: false }),
            ],
            input: {
                account: "src/main/ts/console/account.ts",
                admin: "src/main/ts/console/admin.ts",
                element: "src/main/ts/element/index.tsx",
                standalone: "src/main/ts/standalone/index.tsx",
            },
            preserveEntrySignatures: "allow-extension",
            output: {
                entryFileNames: "[name].js",
                chunkFileNames: "[name].js",
                assetFileNames: "element[extname]",
            },
        },
    },
    test: { include: ["src/test/ts/**/*.test.ts"] },
});
