// What is in a PouchDB database once its server has ended: node count.js '{"folder": …}' writes {"ids": […], "conflicts": n}.
"use strict";

const PouchDB = require("pouchdb-node");

async function main(folder) {
  const stored = new PouchDB(folder);
  const rows = (await stored.allDocs({ include_docs: true, conflicts: true })).rows;
  const conflicts = rows.reduce((sum, row) => sum + (row.doc._conflicts || []).length, 0);
  process.stdout.write(JSON.stringify({ ids: rows.map((row) => row.id), conflicts }) + "\n");
}

main(JSON.parse(process.argv[2]).folder);
