"""Topics on which pages contradict each other in words: how each is affirmed and denied."""

TOPICS: dict[str, tuple[str, str]] = {
    "offline use": (
        "works/work/run/runs/usable/available offline; offline mode; without an? internet/network connection; "
        "without internet; without the internet; no internet/network connection is? needed/required; offline use",
        "internet/network/online connection * required/needed/necessary; require/requires/needs/need an? * "
        "internet/network connection; requires/needs internet; only works/work/runs online; online only; online-only;"
        " always online; must be online; needs/requires to be online; requires/need/needs a connection; constant "
        "connection; permanent connection",
    ),
    "who may sign up": (
        "anyone can sign/join/register/use/try; open to everyone/anyone/all/anybody; everyone can "
        "sign/join/register/use; available to everyone/anyone; open sign-up/registration; publicly available; "
        "generally available; no waiting list; no waitlist; no invitation * needed/required; available to the public;"
        " open to the public",
        "by invitation only; invitation only; invitation-only; invite-only; invite only; by invitation; waiting list;"
        " waitlist; closed beta; private beta; private preview; limited to select/selected/invited "
        "partners/users/customers; only select/selected/invited partners/users/customers; only for "
        "select/selected/invited; not open to the public",
    ),
    "a public API": (
        "public api; api is public/open/available; open api; api is generally available",
        "private preview; private api; api * private preview; api is not public/open; api is closed/private; closed "
        "api; api only for selected/select; api is limited to select/selected/partners",
    ),
    "who gets it": (
        "available to all users/customers/subscribers/plans; for all users/customers/plans; every user/customer/plan "
        "gets/has; all users/customers/plans get/have/receive; on every plan; on all plans; included in all plans; "
        "included in every plan; available on all plans; in every plan",
        "only enterprise/business/paying/paid/pro/team/premium customers/users/subscribers/members/plans; only for "
        "enterprise/business/paying/paid/pro/team/premium; only paying/paid; reserved for; limited to "
        "enterprise/business/paying/pro/team/premium/subscribers; exclusive to enterprise/business/pro/team/premium; "
        "only available to/on/in enterprise/business/paying/pro/team/premium/the; only subscribers; enterprise-only",
    ),
    "where it is sold": (
        "worldwide; around the world; globally; in all countries; in every country; all over the world; in every "
        "region",
        "only * in the us/u.s/united/eu/european/uk; available only in; only available in; limited to the "
        "us/united/eu/uk/u.s; us-only; us only; only in the us/united/eu/uk/u.s; only in "
        "america/europe/china/japan/germany/india; not available in europe/outside/the; only users in; not available "
        "outside; restricted to the us/united",
    ),
    "pictures as input": (
        "accepts/accept/takes/understands/reads/processes/handles/supports images/photos/pictures; image/images "
        "input/inputs; accepts/accept text and images; text and images; multimodal; vision capabilities; image "
        "understanding; understands/reads text, images",
        "text-only; text only; only text; only accepts/takes/reads/understands text; unimodal; no vision; no image "
        "input; can not see/read images",
    ),
    "where data is kept": (
        "stay/stays/remain/remains/kept on the/your device/devices/machine/phone/computer; never leave/leaves/left "
        "the/your device/machine/phone/computer; processed locally; stored locally; processed on the/your device; "
        "runs/run entirely/only/completely on the/your phone/machine/computer/watch; runs/run locally; on-device "
        "processing; runs entirely on the device; all processing is? local; no data leaves",
        "upload/uploads/uploaded to the/its/their cloud/servers/server; sent to the/its/their "
        "cloud/servers/server/company; sent to servers/server/data; processed in the cloud; stored in the cloud; "
        "sends * to the/its cloud/servers; transmitted to; processed on * servers; stored on * servers; leave/leaves "
        "the device",
    ),
    "whether it goes on": (
        "still being sold/updated/developed/maintained; still sold/updated/maintained/developed/supported; is sold "
        "and updated; actively developed/maintained; continues to be sold/updated/supported/developed; under active "
        "development; still on sale; continue to sell/update; development continues; gets/receives regular updates; "
        "regularly updated; is being updated; keeps getting updates",
        "discontinued; end of life; end-of-life; abandoned; no longer "
        "sold/updated/maintained/developed/supported/available; taken off the market; has ceased; development has "
        "stopped/ended; withdrawn from sale; retired; shut down; sunset; unmaintained; has been archived; is archived",
    ),
    "free use": (
        "free for everyone/all/anyone/users; completely free; entirely free; free of charge; costs nothing; cost "
        "nothing; costs * nothing; at no cost; is free; are free; free tier/plan; free version; free to use; no "
        "charge; available for free; usable for free",
        "no free tier/plan/version; no free * tier/plan/version; paid only; paid-only; only paid plans; not free; "
        "every plan costs; no plan is free; without a free tier/plan; lacks a free tier/plan; there is nothing free; "
        "have/has to pay; must pay; pay/pays the full price; subscription is required; requires a paid "
        "plan/subscription; needs a paid plan/subscription; subscription required; only paying customers",
    ),
    "a free trial": (
        "free trial; trial period; can be tried free; try it free; try for free",
        "no free trial; no trial",
    ),
    "self-hosting": (
        "self-hosted; self-hosting; self-host; self-hostable; host it yourself; hosted on your own; run on your own "
        "servers/server/hardware/infrastructure; on-premises; on premises; on-premise",
        "cloud only; cloud-only; hosted only; only as a hosted/cloud; only in the cloud; only runs in the cloud; "
        "saas only; saas-only",
    ),
    "an account": (
        "account * required/needed/necessary/mandatory; requires/require/needs/need an? account; must log/sign in; "
        "have to log/sign in; must create/have/open an account; have/has to create/have/open an account; must "
        "register; registration is required/needed; login is required; sign-up is required; needs a login; log/sign "
        "in with",
        "without an account; without registration/registering; without signing/logging up/in; without a login; no "
        "account; no registration; no sign-up; no login",
    ),
    "backward compatibility": (
        "backward compatible; backwards compatible; backward-compatible; backwards-compatible; compatible with "
        "earlier/older/previous/existing/version; opens older/old files; works with older/earlier/previous",
        "breaking changes; breaks compatibility; incompatible with; breaks existing/older",
    ),
    "who owns it": (
        "parent company; subsidiary of; owned by; belongs to; part of the; was acquired by; is a division of; wholly "
        "owned",
        "is independent; remains independent; independent company; no parent company; stayed independent; is an "
        "independent; privately held by its founders",
    ),
    "encryption": (
        "end-to-end encrypted; end-to-end encryption; e2e encryption; e2ee; encrypted end to end",
        "unencrypted; in plain text; plaintext",
    ),
    "commercial use": (
        "commercial use * allowed/permitted/free/possible; allows/permits commercial use; may * be used commercially;"
        " can * be used commercially; usable commercially; for commercial use; permits commercial; including "
        "commercial use; commercially usable",
        "non-commercial; noncommercial; forbids/prohibits commercial use; research only; research use only; research "
        "purposes only; personal use only; bans/rules out commercial",
    ),
    "training on user data": (
        "train/trains/trained * on user/users/customer/customers data/content/conversations; user/customer data * "
        "used for training; uses/use user/customer data/conversations to train; conversations * used for training; "
        "user/customer data * used to train; data * used for training; data * used to train; trains on your data; "
        "train on your data; prompts * used for training/train",
        "never trains on; training is off",
    ),
    "an advertisement-free product": (
        "ad-free; no ads; without ads; no advertising; free of ads; no adverts",
        "shows/contains/carries/displays ads; supported by ads; ad-supported; ads appear/appears; with ads; shows "
        "advertising; funded by ads",
    ),
    "a known vulnerability": (
        "found/uncovered/discovered/has/contains/revealed <number> * vulnerabilities; found/uncovered vulnerabilities",
        "no vulnerabilities; found/uncovered/discovered no vulnerabilities; free of vulnerabilities; without "
        "vulnerabilities",
    ),
    "waterproofing": (
        "waterproof; water-resistant; water resistant; ip67; ip68",
        "not waterproof; not water-resistant",
    ),
    "an exchangeable battery": (
        "replaceable battery; removable battery; battery can be replaced/swapped",
        "sealed battery; battery is sealed; glued battery; battery is glued; fixed battery; built-in battery",
    ),
}
"""By topic: phrases that affirm it; phrases that deny it."""

REGIONS: dict[str, str] = {
    "the United States": r"(?:the )?(?:U\.?S\.?A?(?!\$)|United States|America)",
    "Europe": r"(?:the )?(?:EU|Europe|European Union)",
    "Britain": r"(?:the )?(?:UK|United Kingdom|Britain)",
    "China": r"China",
    "Japan": r"Japan",
    "India": r"India",
    "Germany": r"Germany",
    "France": r"France",
    "Canada": r"Canada",
    "Australia": r"Australia",
}

PLATFORMS: dict[str, str] = {
    "iOS": "ios; iphone; ipad",
    "Android": "android",
    "Windows": "windows",
    "macOS": "macos; mac; macs",
    "Linux": "linux",
    "the web": "web; browser; browsers",
    "iPadOS": "ipados",
    "ChromeOS": "chromeos; chromebook",
}
