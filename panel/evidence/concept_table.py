"""The words and phrases that stand for one thing in a launch report."""

CONCEPTS = """
    open source: is open, are open, fully open, open model, open source, open
        sourced, source code public, source is readable, foss, libre | is not open, are not open, is closed, are closed, remains closed, closed model, stays closed, proprietary, closed source,
        nonfree;
    available: available, availability, disclose, disclosed, disclosure, public, publicly, publish, release, launch, come out, came out, unveil,
        introduce, debut, arrive, ship, offer, on sale, go on sale, goes on sale, downloadable, download, roll
        out, rollout, open to everyone, generally available, out of preview, leave preview, left preview,
        deliver, put out, appear, present, accessible, obtainable, begin to ship, publication, start shipping,
        hit the market, on the market, premiere, reveal, make public, made public, sell, sold, sale, seller |
        private, unavailable;
    consumer: private person, private persons, private individual, private customer, private buyer, private household, private citizen, private user, consumer;
    announce: announce, announcement;
    have: have, process, has, had, include, contain, carry, feature, come with, comes with, provide, exist,
        support, supports, compatible, work with, works with, understand, accept, handle, equip, integrate,
        built in, on board, possess, hold, enable, ship with, bring, boast, cover, deal with, take, allow for;
    cost: cost, price, charge, pay, paid, sell for, sells for, sold for, priced, fee, bill, amount, go for, set
        you back, retail, list price, pricing, tariff, sold at;
    free: free, free of charge, no cost, costs nothing, cost nothing, cost the user nothing, costs the user
        nothing, gratis, without charge, zero cost, complimentary, for nothing, nothing is sold, nothing is for
        sale, not for sale, at no charge, is not charged, are not charged, not charged for | for a fee;
    score: score, manage, come to, came to, reach, stand at, achieve, obtain, record, attain, result, point, rating, rate, mark,
        percentage, hit;
    rank: rank, place, position, spot;
    need: need, require, necessary, necessity, mandatory, obligatory, demand, requirement, must, have to,
        prerequisite, needed, insist | optional, unnecessary;
    allow: allow, permit, may, permission, legal, licit, authorise, free to use, can be used | forbid,
        forbidden, prohibit, ban, disallow, banned, ruled out, rule out, barred, outlaw, off limits, not allowed, illegal;
    change: rise, rose, grow, climb, increase, gain, jump, up, raise, surge, go up, went up, improve | fall,
        drop, decrease, decline, cut, reduce, shrink, down, lower, sink, plunge, slide, go down, went down,
        slash, dip;
    make: develop, make, maker, made, build, built, create, creator, design, manufacture, produce, construct,
        by, vendor, come from, comes from, behind, author, written by;
    found: found, founder, founded, start, establish, set up, co-found, cofound, co-founder, spin off, spun off,
        created by;
    buy: buy, bought, acquire, acquisition, purchase, take over, took over, takeover, sold to, belongs to,
        belong to, own, owned by, swallow;
    price on request: contact our sales, contact sales, on request, talk to us, wants to be called, on
        application, pricing is opaque, has not published prices, have not published prices, not published
        prices, prices are not public, price unknown, undisclosed price;
    employ: employ, employee, staff, workforce, headcount, people work, worker, hire;
    base: base, based, headquarters, headquartered, located, seat, home, from, company in, laboratory in, start
        up in, hail, sit in;
    local: local, locally, offline, on device, on the device, on the phone, in the device, without internet,
        airplane mode, without a network, without network, no internet, no network, without connection, own
        hardware, own machine, without a connection, without the cloud, on the machine | in the cloud, cloud
        based, on servers, internet connection, connection to the internet, constant connection, need a connection, needs a connection, connection is required, connection is necessary, online only, server side, network
        connection, remote server;
    self host: self host, self hosted, self hosting, own server, host yourself, host it yourself, on premises,
        on premise, on prem, own premises, run it yourself;
    memory: memory, ram, vram;
    context: context, context window, window;
    parameter: parameter, param;
    train: train, training, trained;
    subscription: subscription, membership, subscribe, subscriber;
    trial: trial, try everything, test period, trial period, try it, trial version;
    licence: licence, license, licensed, licensing;
    document: document, documentation, documented, manual, docs, handbook;
    roll back: roll back, rolls back, rollback, revert, undo;
    keep: keep, kept, retain, retention, store, stored, storage, delete, deleted, erase, erased, hold on to,
        deletion;
    itself: itself, by itself, on its own, automatically, automatic, unaided, autonomously, unattended, without
        help, by themselves, own accord;
    mail: mail, email, e mail, message, letter;
    earbud: bud, earbud, earphone, headphone;
    image: image, picture, photo, photograph, photographs, visual, vision;
    sync: sync, synchronise, synchronisation, synchronize;
    company: company, firm, maker, vendor, start up, startup, business, manufacturer, corporation, enterprise,
        group, organisation, laboratory, lab, studio, outfit;
    plan: plan, intend, promise, want to, pledge, intention, announced for, scheduled, aim, going to, planned,
        hope, hopes;
    sign in: log in, logs in, login, sign in, signs in, logged in, register, registration, sign up;
    doctor: physician, doctor, medic, clinician;
    stock: stock, share, shares;
    internal: internally, inside;
    call: call, name, codename, code name, go by the name, known as, dub, nickname, named, title, refer to as;
    curate: curate, prepare;
    use: use, usage, user, utilise, used;
    sale: sold out, gone, out of stock;
    speed: fast, quick, speed, quickly, swift, rapid, brisk, faster, quicker | slow, sluggish, slower;
    slow start: latency, lag, response time;
    energy: energy, electricity, power;
    document format: file, document;
    identify: tell * apart, diarisation, diarization, identify, distinguish, separate, recognise, tell apart, detect, detection;
    summarise: summarise, summary, sum up, sums up, minute of, condense;
    transcribe: transcribe, recognition, transcription, dictation;
    attribute: attribute, assign, attribution, ascribe;
    correct: correct, correctly, right, accurate, accurately, accuracy, accurate, precise, precision, exact |
        wrong, incorrect, inaccurate, false;
    edit: edit, edits, edited, editable, editing | read only;
    export: export, save as;
    money raised: raise, raised, funding, funding round, round, invest, investment, venture capital, capital,
        financing, backed, investor, stake;
    lead: led, lead, headed, head, chief executive, ceo, president, director, boss, run by;
    test: test, trial run, try, tested, pilot, measured, measure, measurement, benchmark, evaluation, evaluate,
        experiment;
    error: error, bug, fault, flaw, mistake, defect, failure, problem, issue, vulnerability;
    fix: fix, fixed, repair, mend, patch, resolve;
    language: language, tongue;
    speak: speak, talk, spoken, voice, speech;
    hearing: listener, listen, hear;
    battery: battery, battery life, charge, on a charge, run time, runtime, endurance;
    last: last, lasts, run for, runs for, keep going, endure, hold out, stay in the air,
        stays in the air, gave out, ran out, gives out;
    weigh: weigh, heavy, light;
    wide: wide, width, broad, size, dimension;
    water: water, waterproof, water resistant, water resistance, splash;
    warranty: warranty, guarantee;
    update: update, upgrade, patch;
    star: star, github star;
    contributor: contributor, contribute, contributed, committer;
    repository: repository, repo, github, source tree;
    team: team, group of users;
    annual: annual, annually, by the year, yearly, per year, a year, every year, paid annually, billed annually,
        billed yearly;
    monthly: monthly, a month, per month, every month, each month, by the month, month to month;
    compute: compute, computation, calculation;
    data centre: data centre, data center, server, servers;
    encrypted: encrypt, encrypted, encryption;
    region: region, country, countries, market;
    fine tune: fine tune, fine tuned, finetune, finetuning, fine tuning, tuned, adapt;
    commercial: commercial, commercially, business use;
    sensor: sensor, detector;
    picture rate: frame, fps;
    student: student, pupil;
    half: half;
    invent: invent, fabricate, hallucinate, made up, make up, hallucination, fake;
    source cite: citation, cite, reference, source;
    question: question, query, queries, request, requests;
    index: index, crawl, crawler;
    address: address, url, link;
    developer: developer, programmer, coder, engineer;
    customer: customer, client, subscriber, buyer;
    prefer: prefer, preferred, favour, favored, like better, choose;
    performance: performance, throughput;
    model family: model, network;
    app: app, application, client, program, programme, software;
    device: device, gadget, hardware;
    watch: watch, wristwatch, timepiece;
    website: website, site, page, web page;
    medical: medical, clinical, health, healthcare;
    approve: approve, approved, approval, certify, certified, clearance;
    browser: browser;
    plugin: plugin, plug in, plug ins, extension, add on, addon;
    telemetry: telemetry, sent home, phone home, phones home, tracking, usage data, analytics;
    opt in: opt in, unless you switch, unless you turn, only if you agree, unless the owner turns, off unless,
        switched on by the user | by default, on by default, opt out;
    anonymous: without an account, no account | requires an account, require an account, need an account, needs an account,
        account is required, account is needed;
    early: preview, beta, pre release, early access | left beta, leaves beta, left private beta, left public beta, out of beta,
        leaves private beta, left preview, leaves preview, left private preview, out of preview, generally available;
    reason: reason, reasoning, think, thinking;
    agent: agent, subagent, sub agent;
    parallel: parallel, simultaneously, at once, at the same time, concurrently;
    together: together, jointly, combined, total, altogether;
    dose: percent, percentage;
    fraction: fraction, part, portion, share of;
    average: average, median, mean;
    additional: additional, extra, further, supplementary;
    maximum: maximum, at most, up to, no more than, limit, cap, max, ceiling;
    minimum: minimum, at least;
    earlier: earlier, previous, previously, before, predecessor, forerunner, last year, former, older, first
        generation, used to be, formerly;
    later: later, afterwards, next, subsequent, future, upcoming, forthcoming;
    temporary: temporary, for now, provisional, interim;
    convert: convert, turn into, turns into, become, becomes, change into;
    import: import, migrate, move, moved, migration, transfer;
    restore: restore, restoring, recovery;
    compress: compress, compressed, compression;
    backup: backup, back up;
    replicate: replication, replicate;
    compatible: driver, protocol;
    quote: say, said, says, tell, told, state, stated, according, claim, claims, explain, explained, declare;
    complain: complain, complaint, criticise, criticism, critic, object, objection;
    admit: admit, concede, acknowledge, confess;
    ahead: leads in, lead in, leading in, is ahead, are ahead, excels, excel, excels in, dominate, strong in, best in, leads the field, leads on |
        trail, trails, trailing, lag, lags, gap, gaps, behind in, weak in, falls short, weakness;
    leave: leave, quit, exit;
    own: own, owned;
    work: work, works, function, operate, run, runs, running, operation, functioning | fail, failed, failure, break down;
    load: load, start, starts, startup, boot, launch time, started;
    earn: earn, earnings, income, revenue, profit, turnover;
    rights: right, permission;
    research: research, researcher, scientist, university;
    fund: fund, funded, finance, grant, donate, donor, donation, sponsor, gives;
    finish: finish, complete, end, close, closed, solve, solved, succeed;
    remain: remain, stay, continue;
    approach: obstacle, collision;
    fly: fly, flies, flight, fly at, airborne;
    film: film, video, record, footage, films, recording;
    folding: fold, folds, foldable;
    speaker: speaker, voices, participant;
    meeting: meeting, conference, call;
    noise: noise, noise cancelling, anc;
    translate: translate, translation, interpreter;
    imitate: imitate, copy, clone, mimic, impersonate, cloning;
    consent: consent, agreement, agree;
    watermark: watermark, mark;
    slowdown: slow down;
    pulse: pulse, heart rate, heartbeat;
    sleep: sleep, asleep;
    gps: gps;
    lte: lte, cellular, mobile network;
    robot: robot, machine;
    site: site, hall, location, warehouse;
    late: late, later than promised, delay, delayed, postpone, postponed, put off, behind schedule;
    partner: partner, selected partner, select;
    mode: mode;
    weights: weight, checkpoint;
    hundred: hundred;
    classroom: school, classroom;
    lawyer: lawyer, attorney, legal;
    judgment: judgment, ruling, decision, verdict;
    outcome: outcome, result;
    civil servant: civil servant, official;
    shop: shop, store, retailer, dealer;
    ear: ear;
    dear: expensive, dear, costly, pricey | cheap, inexpensive, affordable, cheaper, undercut, undercuts;
    tough: titanium;
    standard: standard, regular, normal, ordinary, basic;
    edition: edition, version, variant, plan, tier, package, build;
    enterprise: enterprise;
    seat: seat, licence per user, person, head;
    queue: queue, backlog;
    unlimited: unlimited, without limit, no limit;
    quantize: quantize, quantized, quantised, quantise;
    gpu: gpu, graphics card, graphics processor, video card;
    cpu: cpu, processor, chip;
    laptop: laptop, notebook, computer, pc, machine;
    phone: phone, smartphone, iphone, handset;
    second hand: used;
    biggest: biggest, largest, greatest;
    big: big, large, huge, sizeable, sizable;
    charger: charger, power adapter, power brick;
    internet: internet, broadband;
    photographer: photographer;
"""
"""A concept in each entry: its name, the phrases that affirm it and, behind ``|``, those that deny it.

A phrase that stands in several entries belongs to the first.
"""
