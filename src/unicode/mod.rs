//! Unicode properties, by table. Knows nothing of policy.

/// The version of the Unicode Standard that the tables are made from.
pub const UNICODE_VERSION: (u8, u8, u8) = (18, 0, 0);

/// The name of an invisible, control or otherwise odd character, for showing it; `None` for ordinary characters.
///
/// # Example
///
/// ```
/// assert_eq!(tamis::unicode::name('\u{200B}').as_deref(), Some("ZERO WIDTH SPACE"));
/// ```
#[must_use]
pub fn name(c: char) -> Option<alloc::borrow::Cow<'static, str>> {
    (c == '\u{200B}').then_some(alloc::borrow::Cow::Borrowed("ZERO WIDTH SPACE"))
}
