/**
 * Runs the search scripts of the theme outside a browser, on an index written by the generator.
 *
 * node engine.js <theme/scripts/search> <site> <language>, with requests as lines of JSON on the standard input:
 * {"call": "search", "arguments": [{"q": "tra"}]}. Answers are lines of JSON: {"value": …, "loaded": [files], "took": ms}.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");
const vm = require("vm");

const [folder, site, language] = process.argv.slice(2);
const loaded = [];
const window = {};
const context = vm.createContext({ window, console });
Object.defineProperty(context, "OCOP", { get: () => window.OCOP });

/** Runs a classic script in the page that is played here. */
function run(file) {
  vm.runInContext(fs.readFileSync(file, "utf-8"), context, { filename: file });
}

/** Stands in for script elements. */
function load(address) {
  loaded.push(address);
  return new Promise((resolve, reject) => {
    try {
      run(path.join(site, address));
      resolve();
    } catch (error) {
      reject(error);
    }
  });
}

/** Finds what a request calls: a method of the engine, or of `OCOP` ("address.read"). */
async function call(engine, name, given) {
  if (name in engine) {
    return typeof engine[name] === "function" ? engine[name](...given) : engine[name];
  }
  return name.split(".").reduce((found, part) => found[part], window.OCOP)(...given);
}

async function main() {
  for (const file of fs.readdirSync(folder).sort()) {
    if (file.endsWith(".js")) {
      run(path.join(folder, file));
    }
  }
  const engine = site ? await window.OCOP.open({ language, base: "", load }) : {};
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const before = performance.now();
    let answer;
    try {
      answer = { value: await call(engine, request.call, request.arguments) };
    } catch (error) {
      answer = { error: String(error) };
    }
    answer.took = performance.now() - before;
    answer.loaded = loaded.splice(0);
    process.stdout.write(JSON.stringify(answer, (_, value) => (value === undefined ? null : value)) + "\n");
  }
}

main();
