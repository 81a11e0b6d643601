// Makes the replica set and the service's own user. Run at every start; what is there already is left, save the
// password, which becomes what the secret says.
const fs = require("fs");
const secret = (name) => fs.readFileSync(`/run/secrets/${name}`, "utf8").trim();

const NOT_YET_INITIALIZED = 94;
const USER_NOT_FOUND = 11;
const ATTEMPTS = 60;

const password = encodeURIComponent(secret("mongo_admin_password"));
const admin = connect(`mongodb://admin:${password}@mongo:27017/admin?directConnection=true`);

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (failure) {
  if (failure.code !== NOT_YET_INITIALIZED) {
    throw failure;
  }
  admin.adminCommand({
    replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] },
  });
}

let attempt = 0;
while (!admin.hello().isWritablePrimary) {
  if (++attempt > ATTEMPTS) {
    throw new Error("the replica set rs0 has no primary after 30 seconds");
  }
  sleep(500);
}

const concordat = admin.getSiblingDB("concordat");
const user = { pwd: secret("CONCORDAT_MONGO_PASSWORD"), roles: [{ role: "readWrite", db: "concordat" }] };
try {
  concordat.updateUser("concordat", user);
} catch (failure) {
  if (failure.code !== USER_NOT_FOUND) {
    throw failure;
  }
  concordat.createUser({ user: "concordat", ...user });
}
print("replica set rs0 has a primary, and the user concordat can log in");
