// Pins the Playground to this machine: by itself it listens on every address.
const { Server } = require("node:net");

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== "number" && typeof port !== "string") return listen.call(this, port, ...rest);
  const host = typeof rest[0] === "string" ? rest.slice(1) : rest;
  return listen.call(this, port, "127.0.0.1", ...host);
};
