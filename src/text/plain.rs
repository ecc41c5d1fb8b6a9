//! A text with something else in place of its variables.

use super::Variable;

/// Writes what `fill` says in place of every variable. Nothing leaves the variable as it is written.
pub fn filled<'t>(text: &str, variables: &[Variable], mut fill: impl FnMut(&Variable) -> Option<&'t str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for variable in variables {
        out.push_str(&text[from..variable.range.start]);
        out.push_str(fill(variable).unwrap_or(&text[variable.range.clone()]));
        from = variable.range.end;
    }
    out.push_str(&text[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Variables;

    #[test]
    fn variables_are_filled_in_where_they_stand() {
        let text = "नमस्ते {{1}}, {{2}}!";
        let variables = Variables::parse(text).list;
        assert_eq!(filled(text, &variables, |_| Some("x")), "नमस्ते x, x!");
        assert_eq!(filled(text, &variables, |v| (&text[v.name.clone()] == "2").then_some("Ana")), "नमस्ते {{1}}, Ana!");
    }
}
