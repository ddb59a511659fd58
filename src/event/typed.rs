//! How a struct of an event type, and the sum of all of them, are written.

/// A struct whose fields are the roles of an event type.
macro_rules! event_type {
    ($(#[$doc:meta])* $name:ident { $($(#[$role_doc:meta])* $role:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name<'x> {
            $($(#[$role_doc])* pub $role: Vec<crate::rule::Filler<'x>>,)*
        }

        impl<'x> $name<'x> {
            pub(super) fn take(mut fillers: impl FnMut(&str) -> Vec<crate::rule::Filler<'x>>) -> Self {
                Self { $($role: fillers(stringify!($role)),)* }
            }

            /// The roles by name, in a fixed order; those that are not filled are empty.
            #[must_use]
            pub fn roles(&self) -> Vec<(&'static str, &[crate::rule::Filler<'x>])> {
                vec![$((stringify!($role), self.$role.as_slice()),)*]
            }
        }
    };
}
pub(super) use event_type;

/// The sum of the event types, and their rule files.
macro_rules! facts {
    ($($name:ident $label:ident,)*) => {
        /// What happens, typed.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Fact<'x> {
            $(
                #[doc = concat!("See [`", stringify!($name), "`].")]
                $name($name<'x>),
            )*
            /// An event of a type that only a user's rule file knows.
            Custom(Custom<'x>),
        }

        /// The rule files that come with the crate: first the words that they share.
        pub(crate) const RULES: &[(&str, &str)] = &[
            ("rules/words.rules", include_str!("../data/rules/words.rules")),
            $((
                concat!("rules/", stringify!($label), ".rules"),
                include_str!(concat!("../data/rules/", stringify!($label), ".rules")),
            ),)*
            ("rules/balance.rules", include_str!("../data/rules/balance.rules")),
        ];

        impl<'x> Fact<'x> {
            fn take(
                name: &'x str,
                roles: impl Iterator<Item = &'x str>,
                mut fillers: impl FnMut(&str) -> Vec<crate::rule::Filler<'x>>,
            ) -> Self {
                match name {
                    $(stringify!($label) => Self::$name($name::take(fillers)),)*
                    _ => {
                        let roles = roles.map(|role| (role, fillers(role)));
                        let roles = roles.filter(|(_, fillers)| !fillers.is_empty()).collect();
                        Self::Custom(Custom { name, roles })
                    }
                }
            }

            /// The name of the event type.
            #[must_use]
            pub fn name(&self) -> &'x str {
                match self {
                    $(Self::$name(_) => stringify!($label),)*
                    Self::Custom(custom) => custom.name,
                }
            }

            /// What fills the role of that name; nothing if the type has no such role.
            #[must_use]
            pub fn role(&self, name: &str) -> &[crate::rule::Filler<'x>] {
                let role = self.roles().into_iter().find(|(role, _)| *role == name);
                role.map_or(&[], |(_, fillers)| fillers)
            }

            /// The roles by name, in a fixed order; those of a custom event that are not filled are left out.
            #[must_use]
            pub fn roles(&self) -> Vec<(&'x str, &[crate::rule::Filler<'x>])> {
                match self {
                    $(Self::$name(fact) => fact.roles(),)*
                    Self::Custom(custom) => custom.roles.iter().map(|(name, list)| (*name, list.as_slice())).collect(),
                }
            }
        }
    };
}
pub(super) use facts;
