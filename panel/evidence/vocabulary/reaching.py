"""What those who build on a release need to get at it."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

REACHING: Mapping[str, Family] = {
    "access_api": Family(
        pro="""
            api;
            public/open/documented/rest/restful/graphql/grpc/http/web/developer/proper/full/stable/hosted/versioned api;
            plug-in/plugin/extension/scripting/streaming/batch api; api is/are/stays public/open/available/live/free;
            api * open to; sdk; client library/libraries; language bindings; bindings; {language} {library}; webhook;
            openapi; openapi file/spec/description; swagger; command line tool/interface/client; command-line; cli;
            headless mode; weights * hugging face; weights * download;
            weights * are/is available/published/public/free/on; release/publish the? weights; download * weights;
            on hugging face; on github; self serve; developer program/portal/kit/account/platform; openai compatible;
            compatible server/endpoint; mcp server; model context protocol; public endpoint; rest interface;
            json protocol; documented * protocol; protocol * documented; documented interface; playground;
            hook interface; hooks; scripting interface; pip install; npm install; npm package; brew install;
            cargo install; cargo add; docker run; ollama run; =uvx; =npx; apt install; go get; package manager;
            single/one static? binary; a c library; open to developers; weights and code; library for; emulator;
            developers get; developers can; third party developers; programmable; scriptable; automatable; embeddable;
            integrate it; sandbox account; clients for; client for; {language} clients/client; register map;
            protocol document; keys on sign-up; endpoint; endpoints; command line; interface for other programs;
            url scheme; automation; firmware can be built; build it from; modbus; mqtt; local api; developer mode;
            sideload; plug-in system; plug-in kit; add-in; software kit; library is; installs as a library; =scripting;
            python wheel; rust crate; you can call it; call it today; open to all paying; events pushed; app kit;
            developer kit; driver; terraform provider; supplied driver; interface for programs; called from anywhere;
            others can drive; others drive; json lines; speaks the usual; control protocol; register list;
            public protocol; open protocol; speaks matter; speak thread; command behind; from any language; built on it;
            write software for it; api access/endpoint/endpoints/server; api keys * issued/free/created
        """,
        contra="""
            private/closed/limited/internal/invite-only/partner api; private api preview;
            api * private preview/beta/alpha; api preview;
            api * select/selected/approved partners/users/customers/enterprises; api access only; api * invitation;
            api waitlist; api * waitlist; api * behind; api * on request; api * enterprise only; private preview;
            sdk * private preview/beta; developer access * roadmap/later/limited; developer access; partners only;
            partner only; for partners; sdk * under nda; api * under nda; only/available inside/within the * app;
            app only; app-only; only through/via/inside the * app; no way to call; closed platform/system/ecosystem/box;
            no programmatic access; no scripting; not release it to developers; scripts * against; scraping the;
            can/could not write their own; developer story; withdrew * api; killed * api;
            api * switched off/withdrawn/removed/retired/shut/discontinued/deprecated/closed; web interface only;
            no developer; rate limits * low; undocumented api; unofficial api/client/library; reverse engineered;
            nothing to build on; no sdk; not for publication; apply for a partnership; apply to become; by application;
            firmware is locked; bootloader * locked; locked bootloader; interface * not published;
            protocol * not published; protocol * secret; nothing to call; end point * closed;
            terms * forbid/prohibit * automation/scripts/scraping/bots; no interface for programs; no network no port;
            nothing here to program; nothing to program; offered to strategic; ours was turned down; has no public;
            no public side; no remote control; chosen partners; programming interface * gone; strategic integrators;
            api of * gone
        """,
    ),
    "docs": Family(
        pro="""
            documentation; =docs; =documented; well documented; tutorial; quickstart; quick start guide;
            runnable/code/good/sample/working/worked examples; sample apps/code/projects/project;
            developer guide/manual/handbook; api reference; reference manual; cookbook; rewritten guide;
            migration guide; getting started guide; page guide/manual; documented in full; documented byte;
            reference implementation; example projects; how-to; handbook; manual is complete; reference * complete;
            guide is thorough/excellent/good/clear/complete; own page; every parameter; every function; walk-through;
            step by step guide; docstrings; annotated; documents every; reference fits on; whole reference;
            page document; forty-page document; sample notebook; a tour that; reference is good; reference is thorough;
            in the leaflet; examples in <number>; fits on one page; well explained; well commented; worked through
        """,
        contra="""
            undocumented; docs/documentation is/are {lacking}; docs/documentation lag/trail/contradict;
            documentation * partners; documentation * given out; documentation * behind; documentation * login;
            read the source; had to read * source/code; reverse engineer; outdated examples;
            examples * not run/compile/work; broken examples/links; readme is all; one page readme;
            auto generated docs/documentation; wiki of guesses; two pages of; readme of; left to guess; guesswork;
            trial and error; describes calls; calls that the library; half the documentation; no documents;
            beyond the manual; manual is all
        """,
    ),
    "quick_start": Family(
        pro="""
            one/single command; one/a/single line of; three/two/few/ten lines of; ten-line example;
            in/within/under * <number> minutes/seconds; in/within/under a/one/about? minute; in under an hour;
            within an hour; took/takes/takes me <number> minutes; took me <number> minutes; <number> minutes after;
            <number> minutes later; minutes to first; minutes to * first; over lunch; in an/one afternoon/evening/hour;
            within an afternoon; over two evenings; zero config/configuration/setup; no configuration;
            without configuration; out of the box; drop in replacement; just works; works immediately; pip install;
            npm install; =npx; brew install; cargo install; docker run; =uvx; ollama run; docker compose up;
            easy/simple/quick/trivial/painless to install/set/integrate/adopt/start/deploy/embed; installs in;
            up and running; nothing to configure/install; needs no account; no account needed/required; keys issued;
            free tier; self serve; first * in * minutes; no form to fill; no registration gate; ready in;
            setup is/was/took easy/simple/painless/quick/minutes; one click install; hello world; copy and paste;
            is all there is to it; is enough to start; simple setup; guided setup; sensible defaults;
            works with existing; first result; without a single line; by the second cup; before the coffee; in minutes;
            same day; couple of minutes; a few minutes; matter of minutes; before lunch; afternoon was enough;
            evening was enough; hour was enough; minutes was enough; after signing up; whole installation;
            on my screen in; first window; first message; first query; first reply; straight away; without patches;
            in * <number> seconds; in forty seconds; no setup; no build step; nothing to install; three lines;
            five lines; two lines; runs as is; unpack; unzip and; the same evening; same evening; same afternoon;
            from coffee to lunch; coffee to lunch; changing one string; changing one line; one line change;
            minutes later it; in ninety seconds; took ninety seconds; gives back a url; one download; call it today;
            keys are free; within * minutes of opening; on the air within; before i * found; before we * found;
            installation is a; a curl of; with one script; in a few minutes; rebuilt in a few; minutes of opening;
            plug it in and; plug in and; with a card number; request format is the familiar; answer back before
        """,
        contra="""
            steep/long learning curve;
            hard/difficult/painful/tricky to install/set/deploy/configure/integrate/build/compile;
            took * days/weeks/months; takes * days/weeks/months; requires/needs * rewrite;
            rewrite * application/code/stack/app/services/pipelines;
            weeks/months of integration/consulting/setup/onboarding/training/work;
            complex/complicated/lengthy/fiddly setup/configuration/installation/deployment; manual configuration;
            professional services; onboarding takes/took; sales call; book a demo; request a demo; demo call;
            certified consultant/partner/integrator; installation fails/failed; gave up after;
            dependency conflicts/hell; wants to own; takes over the; needs * dedicated team; boilerplate;
            own build system; own runtime; replace * existing; mandatory training; approval process;
            implementation * takes; system integrator; dozens of dependencies; <number> dependencies; out of date guide;
            stuck at; hours to get; days to get; fought with; fighting the; sign up form; credit card * before;
            account approval; after * days of; took * a week; took us * days; took me * days; a day of; two days of;
            needs a consultant; needs an integrator; before anything runs; before the first; certification course;
            onboarding call; two week onboarding; minimum setup fee; hand edited; by trial and error;
            stop with an error; examples stop; do not compile; does not compile
        """,
    ),
    "integration": Family(
        pro="""
            integrate with; integration with/for; integrations; plug-in/plugin/extension/add-on/add-in for; plugins;
            works with * existing/your/every/any/all/current; works in/inside existing; compatible; compatible with;
            openai compatible; s3 compatible; postgres compatible; connector; drop in replacement; vs code; =jetbrains;
            =neovim; =slack; =zapier; imports from; native support/integration/read; interoperate; webhook; =lsp;
            fits * workflow/pipeline/stack; runs in/under =vllm/=llama.cpp/=ollama; upstream; works alongside;
            alongside existing; standard interfaces; bridges to; editor extension; github action; terraform provider;
            kubernetes operator; helm chart; hook interface; =midi; standard connectors; speaks * protocol;
            opens * files; reads and writes; two-way sync; syncs with; home assistant; =matter; usb-c; standard usb;
            bluetooth; works with every; postgres wire; opentelemetry; into home assistant; can be read in;
            connected our; connected to our; hooks into; talks to; import of; imports * from; reads * files;
            save * files; native toolkit; connects to; modbus; mqtt; zigbee; s3; postgres; kubernetes; google sheets
        """,
        contra="""
            incompatible; walled garden; requires its own; only works with/in/on; works only with/in/on;
            breaks existing; rip and replace; binary driver; tied to a; silo; does not talk to; island; no plug-in;
            replaces your; ecosystem of its own; proprietary connector/charger/cable/dock; own ecosystem;
            only with its own; extensions do not work; extensions don't; dropped extensions; no integrations;
            talks to nothing; talk to nothing; stands alone; cut off from; nothing else reads; nobody else reads
        """,
    ),
    "self_host": Family(
        pro="""
            self host; self hosted; self hosting; host it themselves/yourself/ourselves; host it on; on premises;
            on premise; on prem; own premises; run/runs/running locally/offline;
            run it ourselves/yourself/themselves/myself; locally; local hardware; local first; local inference;
            on device; on the device; on {own} own {machine}; on a laptop; on the? laptop; on a phone; on phones;
            on a mini pc; on an old laptop/machine; on consumer hardware; consumer gpu/hardware/card;
            on a single gpu/card/machine/node/server; single/one consumer? gpu/card; =fits on a/one/any;
            fits in * memory/vram/ram/gb; fits into <amount>; works/work/usable offline; =offline; air gapped;
            raspberry pi; in the browser; without * internet/connection; without a gpu; llama.cpp; =ollama; =vllm;
            hardware you/people/teams already own; docker image/container/compose; single/one static? binary;
            in one binary; inside your own; in your own cloud; bring your own key/keys/model/server; =rtx;
            apple silicon; m-series; own hardware; self contained; no server; laptop cpu; ordinary laptop;
            commodity hardware; loads in; in our own rack; your own rack; basement server; home server; on a macbook;
            on a pc; on any pc; on any laptop; on the disk; air-gapped; in the house; from a usb stick; on bare metal;
            own cloud account; with no gpu; no gpu needed/required; needs no gpu; local ones included; local models;
            own model; stay in the building; stays in the building; sit on the device; on the device as
        """,
        contra="""
            cloud only; only in the cloud; hosted only; only hosted; run/runs only on * servers; only on * servers;
            requires * connection/internet; needs * connection/internet; always online; always-on connection;
            sent to * servers; sends * to * servers; on the company's/vendor's servers; cloud service only;
            fully managed; saas only; needs the cloud; stop/stops working * offline/internet/server;
            servers * switched off; without the cloud it; bricks without; cloud dependent; cloud dependency;
            when the servers; is sent to; are sent to; only on its; servers were closed; only while * servers;
            server side only; only runs in the
        """,
    ),
    "customisation": Family(
        pro="""
            fine tune; fine-tuning; customise; customisable; configurable; plug-ins; plugins; plug-in system;
            =extensions; user/custom/colour =themes; =scripting; =scriptable; hackable; moddable; extensible; modify;
            can be modified; own modes; alternative modes; make it your own;
            custom vocabulary/models/rules/voices/instructions/styles; user scripts; steering vectors; =lora;
            alternative firmware; community firmware; adjustable; others can build; build on it; built on top of it;
            embed the; as a component; shortcuts can be; remap; rebindable; presets; user presets; macros
        """,
        contra="""
            cannot be changed/customised/configured; no way to change; one size fits all; hard coded; hardcoded; rigid;
            inflexible; locked down; no settings; fixed presets; fixed set of; single voice; only one voice; no options;
            take it as it is
        """,
    ),
}
"""Families by name."""
