/**
 * Runs the scripts of the desk that touch no page, and prints as JSON what an expression gives.
 *
 * node run.js <theme/scripts>, with {"expression": …, "given": …} on the standard input. Bytes come as {"base64": …}.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const PURE = [/^50-lists\.js$/, /^search\/10-/, /^search\/85-/, /^desk\/[12]\d-/];

const folder = process.argv[2];
const { expression, given } = JSON.parse(fs.readFileSync(0, "utf-8"));
const window = {};
const context = vm.createContext({ window, given, Intl, TextEncoder, console });
Object.defineProperty(context, "OCOP", { get: () => window.OCOP });

const names = ["", "search/", "desk/"].flatMap((under) =>
  fs
    .readdirSync(path.join(folder, under))
    .sort()
    .map((name) => under + name)
);
for (const name of names.filter((one) => one.endsWith(".js") && PURE.some((kind) => kind.test(one)))) {
  vm.runInContext(fs.readFileSync(path.join(folder, name), "utf-8"), context, { filename: name });
}

const value = vm.runInContext(expression, context);
const bytes = Object.prototype.toString.call(value) === "[object Uint8Array]";
console.log(JSON.stringify(bytes ? { base64: Buffer.from(value).toString("base64") } : { value }));
