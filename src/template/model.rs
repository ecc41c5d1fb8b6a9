//! A message template as Meta knows it, every leaf with its place. Both file forms become this.

use std::borrow::Cow;
use std::sync::Arc;

use crate::finding::FileId;
use crate::syntax::{NodeId, NodeKind, Span, Style, Tree};
use crate::text::Variables;

/// A scalar of the file.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The decoded text.
    pub value: Arc<str>,
    /// Its node in the file's tree.
    pub node: NodeId,
    /// The bytes that wrote it.
    pub span: Span,
    /// How they wrote it.
    pub style: Style,
}

impl Leaf {
    /// The scalar of a tree; nothing for other nodes.
    pub fn of(tree: &Tree, node: NodeId) -> Option<Self> {
        match &tree.node(node).kind {
            NodeKind::Scalar { value, style } => {
                Some(Self { value: Arc::clone(value), node, span: tree.span(node), style: *style })
            }
            _ => None,
        }
    }

    /// The value without blanks around it, in upper case: how enumerations are compared.
    pub fn upper(&self) -> Cow<'_, str> {
        let value = self.value.trim();
        // As Meta writes them, and so nearly everybody.
        let is_upper = value.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_lowercase());
        if is_upper { Cow::Borrowed(value) } else { Cow::Owned(value.to_uppercase()) }
    }
}

/// A text that a person will read.
#[derive(Clone, Debug)]
pub struct Text {
    /// The scalar. The line break that ends a YAML block is not part of its value.
    pub leaf: Leaf,
    /// The variables in it.
    pub variables: Variables,
}

impl Text {
    /// The text itself.
    pub fn value(&self) -> &str {
        &self.leaf.value
    }
}

/// Where in a message a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Surface {
    /// A TEXT header.
    Header,
    /// The body of the message.
    Body,
    /// The footer.
    Footer,
    /// The body of a carousel card.
    CardBody,
    /// What a button says.
    Label,
    /// What a URL button opens.
    Url,
    /// The line of a limited-time offer.
    Offer,
}

impl Surface {
    /// The word for it in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Body => "body",
            Self::Footer => "footer",
            Self::CardBody => "card body",
            Self::Label => "button label",
            Self::Url => "button URL",
            Self::Offer => "offer text",
        }
    }

    /// The component it belongs to, as findings name it.
    pub fn component(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Body => "body",
            Self::Footer => "footer",
            Self::CardBody => "carousel",
            Self::Label | Self::Url => "buttons",
            Self::Offer => "limited_time_offer",
        }
    }
}

/// Which of the two file forms a template is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people: all languages of a name in one place.
    Authoring,
    /// The body of a Graph API request, or what the API returns.
    Graph,
}

/// A key of the file with its value.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key as it is known (a misspelt key under its right name).
    pub name: Arc<str>,
    /// The bytes of the key.
    pub key: Span,
    /// The value.
    pub value: NodeId,
}

/// The keys of a mapping.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<Field>);

impl Fields {
    /// The field of that name.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| &*field.name == name)
    }
}

/// The three categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Everything that promotes, and everything that is neither of the others.
    Marketing,
    /// About something the user did or has.
    Utility,
    /// One-time passcodes.
    Authentication,
}

impl Category {
    /// The category of that name, in upper case.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "MARKETING" => Some(Self::Marketing),
            "UTILITY" => Some(Self::Utility),
            "AUTHENTICATION" => Some(Self::Authentication),
            _ => None,
        }
    }
}

/// How variables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterFormat {
    /// `{{1}}`
    Positional,
    /// `{{name}}`
    Named,
}

/// A template: one name, one category, one or more languages.
#[derive(Debug)]
pub struct Template {
    /// The file it stands in.
    pub file: FileId,
    /// How it is written.
    pub form: Form,
    /// Where something that is missing would be added: the first key.
    pub key: Span,
    /// `name`
    pub name: Option<Leaf>,
    /// `category`
    pub category: Option<Leaf>,
    /// `parameter_format`
    pub parameter_format: Option<Leaf>,
    /// `status`, in files that came from Meta.
    pub status: Option<Leaf>,
    /// Every key of the template.
    pub fields: Fields,
    /// One a language. In the Graph form exactly one.
    pub variants: Vec<Variant>,
}

impl Template {
    /// The declared category, if it is one of the three (in any case).
    pub fn category(&self) -> Option<Category> {
        Category::from_name(&self.category.as_ref()?.upper())
    }

    /// The declared parameter format, if it is one of the two.
    pub fn parameter_format(&self) -> Option<ParameterFormat> {
        match self.parameter_format.as_ref()?.upper().as_ref() {
            "NAMED" => Some(ParameterFormat::Named),
            "POSITIONAL" => Some(ParameterFormat::Positional),
            _ => None,
        }
    }

    /// Whether Meta says (in a file that came from it) that the template is approved.
    pub fn is_approved(&self) -> bool {
        self.status.as_ref().is_some_and(|status| status.upper() == "APPROVED")
    }

    /// Whether the file came from Meta, which knows more keys and values than it takes.
    pub fn is_returned(&self) -> bool {
        self.status.is_some() || self.fields.get("id").is_some()
    }

    /// Whether its texts come from Meta's template library instead of this file.
    pub fn is_from_library(&self) -> bool {
        self.fields.get("library_template_name").is_some()
    }
}

/// A template in one language.
#[derive(Debug)]
pub struct Variant {
    /// The language code.
    pub language: Option<Leaf>,
    /// Where a missing component would be added: the language's key, or `components`.
    pub key: Span,
    /// HEADER
    pub header: Option<Header>,
    /// BODY
    pub body: Option<Body>,
    /// FOOTER
    pub footer: Option<Footer>,
    /// BUTTONS
    pub buttons: Option<Buttons>,
    /// CAROUSEL
    pub carousel: Option<Carousel>,
    /// LIMITED_TIME_OFFER
    pub offer: Option<Offer>,
    /// CALL_PERMISSION_REQUEST: its key.
    pub call_permission_request: Option<Span>,
    /// Components of other types, by type and place.
    pub others: Vec<Leaf>,
}

/// What a header shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderFormat {
    /// A line of text.
    Text,
    /// A JPEG or PNG.
    Image,
    /// An MP4 or 3GPP.
    Video,
    /// An MP4 that plays by itself.
    Gif,
    /// A PDF or office document.
    Document,
    /// A map.
    Location,
    /// A product of the catalogue.
    Product,
}

impl HeaderFormat {
    /// Whether it needs an uploaded file.
    pub fn is_media(self) -> bool {
        matches!(self, Self::Image | Self::Video | Self::Gif | Self::Document)
    }
}

/// The header of a message or of a carousel card.
#[derive(Debug)]
pub struct Header {
    /// Its key, or its `type`.
    pub key: Span,
    /// The format, where it is a known one.
    pub format: Option<HeaderFormat>,
    /// The format as it is written; nothing where a string stands for a TEXT header.
    pub format_leaf: Option<Leaf>,
    /// The text of a TEXT header.
    pub text: Option<Text>,
    /// Samples for its variable.
    pub example: Option<Example>,
    /// Upload handles of a media header.
    pub handles: Vec<Leaf>,
    /// A local file.
    pub media: Option<Leaf>,
    /// Every key of the header.
    pub fields: Fields,
}

/// The body of a message or of a carousel card.
#[derive(Debug)]
pub struct Body {
    /// Its key, or its `type`.
    pub key: Span,
    /// The text. AUTHENTICATION templates have none of their own.
    pub text: Option<Text>,
    /// Samples for its variables.
    pub example: Option<Example>,
    /// Every key of the body; none where a string stands for it.
    pub fields: Fields,
}

/// The footer.
#[derive(Debug)]
pub struct Footer {
    /// Its key, or its `type`.
    pub key: Span,
    /// The text.
    pub text: Option<Text>,
    /// Every key of the footer; none where a string stands for it.
    pub fields: Fields,
}

/// The buttons of a message or of a carousel card.
#[derive(Debug)]
pub struct Buttons {
    /// Their key, or their `type`.
    pub key: Span,
    /// In order.
    pub list: Vec<Button>,
}

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // Meta's own names.
pub enum ButtonKind {
    QuickReply,
    Url,
    PhoneNumber,
    CopyCode,
    Otp,
    Catalog,
    Mpm,
    Spm,
    Flow,
    VoiceCall,
    OrderDetails,
}

/// One button.
#[derive(Debug)]
pub struct Button {
    /// Where something that is missing would be added: its `type`, else its first key.
    pub key: Span,
    /// What it does, where its type is known.
    pub kind: Option<ButtonKind>,
    /// Its `type` as it is written.
    pub kind_leaf: Option<Leaf>,
    /// Its label.
    pub label: Option<Text>,
    /// What a URL button opens.
    pub url: Option<Text>,
    /// What a PHONE_NUMBER button calls.
    pub phone_number: Option<Leaf>,
    /// Samples: of the URL's variable, or the coupon code.
    pub example: Option<Example>,
    /// Every key of the button.
    pub fields: Fields,
}

/// A row of cards.
#[derive(Debug)]
pub struct Carousel {
    /// Its key, or its `type`.
    pub key: Span,
    /// In order.
    pub cards: Vec<Card>,
}

/// A card of a carousel.
#[derive(Debug)]
pub struct Card {
    /// Where something that is missing would be added: its first key.
    pub key: Span,
    /// Its header.
    pub header: Option<Header>,
    /// Its body.
    pub body: Option<Body>,
    /// Its buttons.
    pub buttons: Option<Buttons>,
}

/// A limited-time offer.
#[derive(Debug)]
pub struct Offer {
    /// Its key, or its `type`.
    pub key: Span,
    /// The line it shows.
    pub text: Option<Text>,
    /// Every key of the offer.
    pub fields: Fields,
}

/// Samples for the variables of a text.
#[derive(Debug)]
pub struct Example {
    /// The key that holds them.
    pub key: Span,
    /// The bytes of the value.
    pub span: Span,
    /// In order.
    pub samples: Vec<Sample>,
    /// Whether they are written as a list, or by name.
    pub format: ParameterFormat,
}

/// A sample value.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The variable it is for, in the named format.
    pub name: Option<Leaf>,
    /// The value.
    pub value: Leaf,
}
