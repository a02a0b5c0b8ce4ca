import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["target", "node_modules"] },
    js.configs.recommended,
    {
        files: ["build/*.mjs"],
        languageOptions: { globals: { process: "readonly" } },
    },
    {
        files: ["src/**/*.{ts,tsx}"],
        extends: [...tseslint.configs.strictTypeChecked],
        plugins: { "react-hooks": reactHooks },
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            ...reactHooks.configs.recommended.rules,
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
            "max-lines": ["error", 250],
        },
    },
);
