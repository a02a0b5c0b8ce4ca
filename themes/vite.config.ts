import { defineConfig } from "vitest/config";

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
