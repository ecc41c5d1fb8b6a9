//! Why a message is refused, free or charged.

use crate::policy::windows::SERVICE_CONVERSATIONS_FREE;
use crate::text::wording::number;

/// The rule that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The sentences below say what each means.
pub enum Reason {
    WindowClosed,
    NoPaymentMethod,
    BusinessApp,
    NotDelivered,
    CategoryUnknown,
    FreeEntryPoint,
    OpensConversation,
    InsideConversation,
    OpensCategory,
    SameCategory,
    AnyConversation,
    ServiceFreeSince,
    ServiceFreeConversations,
    ServiceFreeConversationsUsedUp,
    ServiceFree,
    OldUtilityConversation,
    AlwaysCharged,
    UtilityInside,
    UtilityOutside,
    UtilityEverywhere,
    /// With how many are used now.
    InAllowance(u32),
    BeyondAllowance,
}

impl Reason {
    /// A sentence without its full stop.
    pub fn sentence(self) -> String {
        match self {
            Self::WindowClosed => "customer service window closed",
            Self::NoPaymentMethod => "not free, and no payment method",
            Self::BusinessApp => "sent from the WhatsApp Business app: outside windows and pricing",
            Self::NotDelivered => "not delivered, not charged",
            Self::CategoryUnknown => "the template is not among the files, so its category is not known",
            Self::FreeEntryPoint => "free entry point",
            Self::OpensConversation => "opens conversation",
            Self::InsideConversation => "inside open conversation",
            Self::OpensCategory => "opens conversation of template category",
            Self::SameCategory => "open conversation of same category",
            Self::AnyConversation => "some conversation already open",
            Self::ServiceFreeSince => {
                return format!("service conversations free since {SERVICE_CONVERSATIONS_FREE}");
            }
            Self::ServiceFreeConversations => "within the free service conversations of the month",
            Self::ServiceFreeConversationsUsedUp => "free service conversations of the month used up",
            Self::ServiceFree => "service free",
            Self::OldUtilityConversation => "utility conversation opened under the older rules still running",
            Self::AlwaysCharged => "always charged outside a free entry point",
            Self::UtilityInside => "utility inside open window is free",
            Self::UtilityOutside => "utility outside window",
            Self::UtilityEverywhere => "utility charged inside the window too since October 2026",
            Self::InAllowance(used) => {
                return format!("within the free service messages of the month ({} used)", number(used as usize));
            }
            Self::BeyondAllowance => "free service messages of the month used up",
        }
        .to_owned()
    }
}
