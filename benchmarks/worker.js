// The same as worker.py for the programs of npm: node worker.js WAY TEMPLATE DATA OUT, with NODE_PATH at their folder.
const fs = require("fs");
const readline = require("readline");

function docxtemplater(template) {
  const Docxtemplater = require("docxtemplater");
  const PizZip = require("pizzip");
  const content = fs.readFileSync(template);
  return async (data) => {
    const made = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
    made.render(data);
    return made.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function easyTemplate(template) {
  const { TemplateHandler } = require("easy-template-x");
  const handler = new TemplateHandler();
  const content = fs.readFileSync(template);
  return (data) => handler.process(content, data);
}

function carbone(template) {
  const program = require("carbone");
  return (data) =>
    new Promise((done, fail) => program.render(template, data, (error, made) => (error ? fail(error) : done(made))));
}

const ways = { docxtemplater, "easy-template-x": easyTemplate, carbone };

async function main(way, template, dataFile, out) {
  const make = ways[way](template);
  const documents = JSON.parse(fs.readFileSync(dataFile, "utf8"));
  const write = async (data) => fs.writeFileSync(out, await make(data));
  await write(documents[0]);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const count = Number(line);
    const cpu = process.cpuUsage();
    const begin = process.hrtime.bigint();
    for (let number = 0; number < count; number++) await write(documents[number % documents.length]);
    const used = process.cpuUsage(cpu);
    const wall = Number(process.hrtime.bigint() - begin) / 1e6;
    console.log((used.user + used.system) / 1000 / count, wall / count);
  }
  process.exit(0);
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(String(error.message || error).split("\n")[0]);
  process.exit(1);
});
