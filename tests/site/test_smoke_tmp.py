import pytest
PATHS = ["", "departments/", "departments/civil-affairs/", "topics/", "topics/individual/060/", "audiences/", "audiences/individual/", "districts/", "districts/511800/", "places/yaan-service-centre/", "a-z/", "a-z/m/", "a-z/n/", "a-z/other/"]
@pytest.mark.parametrize("lang", ["zh-hans", "en"])
def test_all(client, guide, lang):
    for p in [*PATHS, "departments/civil-affairs/"+guide.slug+"/"]:
        r = client.get(f"/{lang}/{p}")
        print(lang, p, r.status_code)
        assert r.status_code == 200, p
    assert client.get(f"/i/{guide.task_code}/").status_code == 302
    assert client.get(f"/i/{guide.task_code}/").url.startswith("/zh-hans/")
    assert client.get(f"/i/{guide.task_code}/", headers={"accept-language":"en"}).url.startswith("/en/")
    assert client.get(f"/i/{guide.task_code}/qr.svg").status_code == 200
    assert client.get(f"/i/nope/x/", follow=True).status_code == 404
