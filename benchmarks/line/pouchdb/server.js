// The superior's end of PouchDB: an express-pouchdb server over HTTPS with its databases below one folder.
// node server.js '{"folder": …, "host": …, "port": …, "chain": …, "key": …}' writes "ready" and serves until terminated.
"use strict";

const fs = require("fs");
const https = require("https");
const express = require("express");
const expressPouchDB = require("express-pouchdb");
const PouchDB = require("pouchdb-node");

const told = JSON.parse(process.argv[2]);
const Stored = PouchDB.defaults({ prefix: told.folder + "/" });
const app = express();
app.use("/", expressPouchDB(Stored, { mode: "minimumForPouchDB", inMemoryConfig: true }));
const tls = { cert: fs.readFileSync(told.chain), key: fs.readFileSync(told.key), keepAliveTimeout: 120000 };
https.createServer(tls, app).listen(told.port, told.host, () => process.stdout.write("ready\n"));
