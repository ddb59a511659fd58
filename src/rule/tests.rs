use crate::extractor::Extractor;

#[test]
fn hits_and_misses_of_all_rule_files_hold() {
    let failures = Extractor::new().check_rules();
    assert!(
        failures.is_empty(),
        "{} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
