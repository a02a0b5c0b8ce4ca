package dev.apikeys.benchmark;

import dev.apikeys.benchmark.traffic.Wire;
import java.util.SplittableRandom;

/** Requests to a realm, as its resource server and as an administrator. */
record LoadWire(BenchRealm realm, String adminToken) implements Wire {

    @Override
    public String lastingKey(SplittableRandom random) {
        return realm.keys().value(random.nextInt(realm.keys().size())).reveal();
    }

    @Override
    public byte[] introspect(String key) {
        return HttpText.introspection(realm.name(), key);
    }

    @Override
    public byte[] check(String key) {
        return HttpText.check(realm.name(), "", key);
    }

    @Override
    public byte[] create(String limit) {
        String key = "{\"name\":\"made under load\",\"clientId\":\"%s\",\"scopes\":[\"%s\"],\"limits\":[\"%s\"]}"
                .formatted(RealmFile.CLIENT, RealmFile.SCOPE, limit);
        return HttpText.post(keys(), adminToken, key);
    }

    @Override
    public byte[] revoke(String id) {
        return HttpText.post(keys() + "/" + id + "/revoke", adminToken, "");
    }

    @Override
    public byte[] list() {
        return HttpText.get(keys() + "?first=0&max=20", adminToken);
    }

    @Override
    public byte[] usage(String id) {
        return HttpText.get(keys() + "/" + id + "/usage?bucket=hour", adminToken);
    }

    private String keys() {
        return "/admin/realms/" + realm.name() + "/api-keys";
    }
}
