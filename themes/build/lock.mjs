// Writes package-lock.json anew and without addresses: which registry packages come from is for each machine to say.
// (npm's own switch for that, omit-lockfile-registry-resolved, forgets the optional packages of other platforms.)
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// away from node_modules, whose own notes would be copied
const directory = mkdtempSync(join(tmpdir(), "lock-"));
try {
    copyFileSync("package.json", join(directory, "package.json"));
    execFileSync("npm", ["install", "--package-lock-only"], { cwd: directory, stdio: "inherit" });
    const lock = JSON.parse(readFileSync(join(directory, "package-lock.json"), "utf8"));
    for (const entry of Object.values(lock.packages)) {
        delete entry.resolved;
    }
    writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
} finally {
    rmSync(directory, { recursive: true });
}
