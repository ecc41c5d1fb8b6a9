// Puts templates, one a line, through the validator of an npm package, and says which lines it refuses and
// for how long they kept a processor busy.
//
//     node in_node.mjs FOLDER-WITH-node_modules LINES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, lines] = process.argv.slice(2);
const { TemplateDefinition } = createRequire(resolve(folder, "package.json"))("@kapso/whatsapp-cloud-api");
const { buildTemplateDefinition } = TemplateDefinition;
if (typeof buildTemplateDefinition !== "function") throw new Error("the validator is not where it was");
const refused = [];
const start = process.cpuUsage();
readFileSync(lines, "utf8").trimEnd().split("\n").forEach((line, number) => {
  const template = JSON.parse(line);
  try {
    buildTemplateDefinition(template);
  } catch {
    refused.push(number);
  }
});
const { user, system } = process.cpuUsage(start);
console.log(JSON.stringify({ refused, seconds: (user + system) / 1e6 }));
