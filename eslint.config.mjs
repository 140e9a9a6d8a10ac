// What tsc cannot see. The house rules about imports are held by test/architecture.test.ts.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/**", ".docusaurus/**", ".cache/**", "work/**"] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Name it: a default export has no name of its own." },
        { selector: "TSEnumDeclaration", message: "Use a const object." },
        { selector: "CatchClause > BlockStatement[body.length=0]", message: "A caught error is answered or let go." },
      ],
      "@typescript-eslint/no-non-null-assertion": "off", // noUncheckedIndexedAccess asks for them where an index is known.
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    // Docusaurus loads pages, theme components and plugins by their default exports.
    files: ["src/site/**/*.tsx", "src/site/plugins/**/*.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-unused-expressions": "off" }, // expect(x).to.be.true
  },
);
