// The desk's end of PouchDB: the day's documents in a database of its own, replicated until all arrived.
// node desk.js '{"folder": …, "url": …, "authority": …, "documents": file, "most_s": …}' writes {"seconds", "error"}.
"use strict";

const fs = require("fs");
const https = require("https");
const PouchDB = require("pouchdb-node");

const TIMEOUT_MS = 60000; // node-fetch has none: a connection that died silently would be waited for for ever
const PAUSE_MS = 1000; // as the other plain clients; PouchDB's own back-off is for live replication only

async function main(told) {
  const here = new PouchDB(told.folder);
  const answer = await here.bulkDocs(JSON.parse(fs.readFileSync(told.documents)));
  if (answer.some((one) => one.error)) throw new Error("the day does not go into the desk's own database");
  // left alone, node-fetch makes a connection for each of its questions
  const agent = new https.Agent({ keepAlive: true, ca: fs.readFileSync(told.authority) });
  const fetch = (url, options) => PouchDB.fetch(url, { ...options, agent, timeout: TIMEOUT_MS });
  const began = Date.now();
  const end = (error) => {
    process.stdout.write(JSON.stringify({ seconds: (Date.now() - began) / 1000, error }) + "\n");
    process.exit(0);
  };
  setTimeout(() => end("time ran out"), told.most_s * 1000); // also in the midst of a question
  for (;;) {
    try {
      const there = new PouchDB(told.url, { fetch });
      const result = await here.replicate.to(there);
      if (result.ok && result.doc_write_failures === 0) return end("");
    } catch {
      // whatever the line did: the next try goes on at PouchDB's own checkpoint
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

main(JSON.parse(process.argv[2])).catch((error) => {
  process.stderr.write(String(error.stack || error) + "\n");
  process.exit(1);
});
