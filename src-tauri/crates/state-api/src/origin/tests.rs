use super::*;

fn head(status: u16) -> Head {
    Head { status, ..Head::default() }
}

fn of(asked: Asked, status: u16, body: &str) -> Option<Between> {
    between(asked, &head(status), body.as_bytes())
}

/// The kind of page that a web filter puts in place of an answer.
const FILTER: &str = "<!DOCTYPE html><html><head><title>Access Denied</title></head><body><h1>This site is blocked</h1>\
                      <p>Category: Drugs</p></body></html>";

const KINDS: [Asked; 3] = [Asked::Data, Asked::Facilities, Asked::Write];

#[test]
fn a_page_of_a_filter_is_nobodys_refusal_whatever_its_status() {
    for asked in KINDS {
        for status in [200, 400, 401, 403, 404, 405, 410, 413, 422, 429, 451, 500, 520] {
            assert_eq!(of(asked, status, FILTER), Some(Between::Answered { status }), "{asked:?} {status}");
        }
        for (status, body) in [
            (403, ""),
            (404, ""),
            (405, ""),
            (403, "Access denied by policy"),
            (403, r#"{"message":"Forbidden"}"#),
            (403, r#"{"error":{"code":403,"Message":"Blocked"}}"#),
            (400, "[]"),
            (400, r#"[{"code":1,"message":"no"}]"#),
            (200, "Blocked"),
            (99, "{}"),
        ] {
            assert_eq!(of(asked, status, body), Some(Between::Answered { status }), "{asked:?} {status} {body}");
        }
        assert_eq!(of(asked, 407, FILTER), Some(Between::ProxySignIn { proxy: None }));
    }
    assert!(of(Asked::Data, 200, "").is_some(), "a list of the state's is never blank");
    assert!(of(Asked::Data, 401, "").is_some());
    assert!(of(Asked::Write, 401, "").is_some());
    let blank = Head { is_html: true, ..head(200) };
    assert_eq!(between(Asked::Write, &blank, b""), Some(Between::Answered { status: 200 }), "a blank page");
}

#[test]
fn a_network_that_wants_a_sign_in_is_known() {
    let moved = Head { location: Some("http://login.hotel.example:8080/?to=x".into()), ..head(302) };
    let at = Some("login.hotel.example:8080".to_owned());
    assert_eq!(between(Asked::Data, &moved, b""), Some(Between::SignIn { at }));
    let form = "<html><form><input name=u><input type=\"password\"></form></html>";
    for (status, body) in [(302, ""), (307, FILTER), (511, FILTER), (200, form)] {
        assert_eq!(of(Asked::Data, status, body), Some(Between::SignIn { at: None }), "{status}");
    }
}

#[test]
fn what_the_state_answers_is_the_states() {
    let page =
        "<html><head><title>401 - Unauthorized: Access is denied due to invalid credentials.</title></head></html>";
    let lost = "<html><head><title>404 - File or directory not found.</title></head></html>";
    for (asked, status, body) in [
        (Asked::Data, 200, r#"{"Data":[]}"#),
        (Asked::Data, 200, "[]"),
        (Asked::Data, 200, "\u{feff}[]"),
        (Asked::Data, 200, r#"{"Data":[{"#),
        (Asked::Manifest, 200, "<html>Manifest 0000000001</html>"),
        (Asked::Write, 200, ""),
        (Asked::Write, 200, r#"{"Ids":[1],"Warnings":null}"#),
        (Asked::Write, 400, r#"[{"row":0,"message":"Tag X is not valid."},{"Row":1,"Message":"No."}]"#),
        (Asked::Write, 400, r#"{"Message":"No data was submitted."}"#),
        (Asked::Data, 401, r#"{"Message":"Authorization has been denied for this request."}"#),
        (Asked::Data, 401, "The provided API key is only valid for V1 API endpoints."),
        (Asked::Write, 401, "The provided API key is only valid for V1 API endpoints."),
        (Asked::Data, 401, "\"not allowed\""),
        (Asked::Facilities, 401, page),
        (Asked::Facilities, 401, ""),
        (Asked::Write, 401, page),
        (Asked::Data, 403, r#"{"Message":"not allowed"}"#),
        (Asked::Data, 404, r#"{"Message":"The requested resource was not found."}"#),
        (Asked::Data, 404, lost),
        (Asked::Write, 413, r#"{"Message":"Too many objects."}"#),
        (Asked::Data, 429, ""),
        (Asked::Data, 429, "slow"),
        (Asked::Data, 500, r#"{"Message":"An error has occurred while executing your request."}"#),
        (Asked::Data, 500, ""),
        (Asked::Data, 503, FILTER),
    ] {
        assert_eq!(of(asked, status, body), None, "{asked:?} {status} {body}");
    }
    assert!(of(Asked::Write, 404, lost).is_some(), "what a write came to is never taken from a page");
    assert!(of(Asked::Manifest, 200, FILTER).is_some(), "a filter's page is no manifest");
}
