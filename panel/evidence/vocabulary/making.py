"""What those who make things with a release look for."""

from collections.abc import Mapping

from panel.evidence.vocabulary.family import Family

MAKING: Mapping[str, Family] = {
    "creative_media": Family(
        pro="""
            designer; illustrator; illustration; =artist; =artists; photographer; photography; =photographs; =photos;
            =video; =videos; =film; =films; film maker; filmmaker; =footage; animation; animator; =animated; =music;
            musician; =song; =songs; songwriting; songwriter; =stems; synthesizer; synth; film score; =novel; novelist;
            a writer; writers; =writing; =prose; manuscript; =chapter; =chapters; storytelling; storyteller; typography;
            typeface; sketch; =drawing; =drawings; =painting; =paintings; painter; colour grading; =colourist;
            game design; generates * website; whole website; brand guidelines; design briefs; creative brief; =podcast;
            =podcasts; podcaster; voice over; narrator; storyboard; snap a photo; style inspiration; redesign;
            creative work; creative tool; documentary; documentaries; =poems; =poet; comic; melody; =lyrics; knitting;
            crafts; =craft; mood board; category : creative; category : music; category : image; category : video;
            category : writing; category : design; category : photography; category : audio; category : art;
            category : games; =creator; =creators; video editor; sound design; =composer; =composers; directing actors;
            screenplay; =subtitles; subtitle editor/editors; subtitling; subtitler; =captions; 3d model; sculpting;
            sound engineer; album; =choir; concert; gallery;
            exhibition; studio session; portrait; =camera; lettering; zine; potter; ceramics; textile; sewing; weaving;
            woodwork; luthier; guitar; piano; keyboard player; drums; drum machine; recording session; game jam;
            world building; worldbuilding; pixel art; sprites; shader; theatre; choreographer; slideshow; scrapbook;
            diary; journal entries; memoir; short story; essay; essays; images and video; watercolour; sampler; snare;
            travel essays; =essay; =verse; =scenes; dubbing; voice clone; whisper; showreel; designers; art director;
            picture book; =novels; cartoon; comics; =poem; typewriter; layout made; cartoonist; puppet; dancer; =dance;
            =theatre; orchestra; =tune; =melody; darkroom; film grain; calligraphy; embroidery; sculptor; architect;
            model maker; diorama; garden design; lookbook; thumbnails; storyboards; cutting room; brushes; paintbrush;
            brush strokes; brush engine; =pictures; a picture; graphic design/designer/novel; =mixing; =mastering;
            on stage; =dubbed; picture-taking; taking pictures; =foley; recording artists; session players; first draft;
            =reel; =shots; a shot; sculpture; quartet; rehearsal; premiere; lighting cues; woodcut; etching; engraving;
            inked; pencils; pastels; graphic memoir; chorus; chords; bass line; vocals; reverb; guitarist; violin;
            cello; trumpet; aperture; montage; costume; set design; choreography; pottery; glaze; quilt; fabric;
            jewellery; letterpress; kerning; poster; album cover; speech bubble; opera; ballet; touring company;
            theatres; playwright; sketchbook; life drawing; still life; lit shows; illustrators
        """,
        contra="no creative use; creative use; made to write prose; write prose",
        topic=True,
    ),
    "creative_control": Family(
        pro="""
            =control over; =controls; in control; editable; =layers; steer; steered; adjust; adjustable; rearrange;
            re-voiced; re-harmonised; can be muted; non destructive; undo; key frames; keyframes; camera paths;
            separate tracks; masks; =sliders; =knobs; reference images/stills/image; style reference;
            can be edited/changed/moved/steered/opened/re-weighted/removed/replaced/rearranged/redrawn/nudged;
            bar by bar; frame by frame; stroke by stroke; line by line; every decision; changes only;
            only the * changed; under the hand; under the fingers; with a finger; fine grained; set the type;
            i could set; you can set; manual mode/control; named layers; custom vocabulary; follows the timing;
            follows your; follows my; stays behind the beat; suggestion marked; accept or reject; parameters exposed;
            all exposed; direct it; art direct; keeps control; keep control; override; your own playing; my own webcam;
            granular; locks the; keep the rest; leaves the rest; regenerate * part; inpaint; draw over; paint over;
            brush size; tweak; adjustable by; pressure sensitive; stylus; dial; history of every; version history;
            alternate takes; shuffle whole; wetted again; worked over; worked again; comes from the pen;
            pressure and angle; nudge them; under your finger; two thumbs; with both hands; reworked; every mark;
            every knob; every parameter; every setting can; can be reached; by ear; pull it back; reorder; retouch;
            recut; switched off one by one; per layer; per track; per shot; arrive as i drew; as i drew them;
            alternate take; another take; own fader; each on a track; track of its own; rest stays put; the rest stays;
            change it and; replaced the parts; at least let one steer; own recordings; pulled about; thrown out;
            pulled apart; ordinary layers; every stroke still; under the tip; follows the hand;
            hold on to a composition; bring in a sketch; mask off; i can reject; accept some
        """,
        contra="""
            fixed templates; templates * edited; only templates; locked canvas; locked; single click; one click;
            flat picture/image/file/jpeg; slot machine; =random; randomly; cannot be turned off; can not be turned off;
            can not change; no way to change; no sliders; all or nothing; take it or leave it; baked in; starts over;
            start over; regenerates the whole; regenerate everything; ignores the prompt; ignored my; does not listen;
            prompt only; only a prompt; prompt lottery; decides for you; decides for itself; cannot be moved;
            no second take; no undo; no layers; no manual; fully automatic; automatic only; finished for you;
            the tool decides; roll the dice; no dial; no dial for; you type; take it or; same every time;
            cannot be steered; no way to steer; no way to edit; nothing can be edited; only one result;
            regenerate and hope; preset only; three presets; four presets; five presets; chooses for you;
            chosen for you; reset my; overwrote; overwrites; rewrote my; replaces your; is all that you may;
            all that you may choose; choose a genre; arrives as one; as one block; as a lump; no say; no way to say;
            made what it makes
        """,
    ),
    "creative_export": Family(
        pro="""
            =psd; openraster; =svg; =midi; =stems; 24-bit; prores; =edl; =aaf; opentimelineio; =wav; =flac; =tiff; =exr;
            raw files; =raw; full quality; full resolution; lossless; export * layers; named layers; exports everything;
            print ready; layered files; indesign; davinci; premiere; ableton; logic pro; final cut; =krita; =blender;
            photoshop; =fbx; =usd; =gltf; =epub; =docx; =otf; vector file; vector output; musicxml; in the formats;
            any editor; 16-bit; layered psd; as layered; plain wav; own channel; editable text; otio; lilypond; gpx;
            common formats; every common format; round trip; round-trips; =opens in; plain svg; layered vectors;
            as vectors; stroke still a stroke
        """,
        contra="""
            watermark; watermarked; low resolution; 720p; compressed; flat export; jpeg only; mp3 only; locked canvases;
            =flattened; viewable * portal; no export; only shared; share link only; square only; stamped;
            export is limited; exports only; mark in it; jpeg of
        """,
    ),
    "taste": Family(
        pro="""
            beautiful; beautifully; lovely; gorgeous; =character; =taste; expressive; sounds/sounded like me;
            looks like mine; look like mine; my own style; in my style; =warm; delightful; would sign; =joy; =joys;
            keeps * voice; my voice; faithful; =crisp; =vivid; =subtle; tasteful; =elegant; look good; looks good;
            good eyes; surprised me; surprised us; prints well; graceful; a pleasure; pleasant surprise; moved me;
            i cried; =laughed; skin tones; true to life; rich sound; rich colours; inky; tactile; feels like paper;
            sounds like a; musical; alive; human touch; the grain; one would never guess; not what everyone;
            fell in love; goosebumps; made me want; could not tell which; art director; lovely drag; breathes; my hand;
            looks hand; hand drawn; hand made; odd in a good; nuance; timbre; groove; charm; charming; i keep it;
            handsome; stayed with me; applause; juror; jurors; by eye; let me hear; would not give back;
            not have thought of; i heard the; warmth
        """,
        contra="""
            =generic; =bland; samey; sameness; =glossy; =plastic; uncanny; artefact; artifact;
            looks/look/sounds/sound like everything/everyone/everybody; look the same; looks the same; sounds the same;
            sound the same; derivative; soulless; =robotic; syrupy; stock photo; =kitsch; lifeless; =muddy;
            extra fingers; six fingers; hands * bad; cliche; washed out; oversaturated; =ugly; sterile; weak spot;
            =dull; tinny; garish; wooden; cookie cutter; identical; like lists; default look; same look; warped; mushy;
            averaged out; wax; waxy; flat and; indistinguishable from; forgettable; like an advert; house style; glib;
            come out flat; comes out flat; dull company; breaths fall; thin sound; metallic; sing-song; overdone;
            sugary; saccharine; stock phrases; by numbers; clip art; clip-art; template look; all alike; look alike;
            sound alike; blurry; smeared; smears; melted; jerky; hollow; corny; tacky; off-key; out of tune; monotone;
            monotonous; averages out; =banding; corners smear; dismal; cliches; over and over; boring; tone-deaf;
            makes of everything; less shine; generic face; plasticky
        """,
    ),
    "consent": Family(
        pro="""
            licensed training data; licensed from; artists are paid; who are paid; paid artists; =opt in; consent;
            =credited; bought from; content credentials; =c2pa; provenance; royalties; register is public;
            trained only on licensed; trained on licensed; own work only; own it; owns everything; own/owns what comes;
            own/owns whatever; yours outright; is yours; are yours; i may keep; keep and sell; assigns it to me;
            assign it to me; user/users/you owns/own; never used for training; not used for training; not trained on;
            can opt out; licensed data; with permission; revenue share; paid out of; rights stay; copyright stays;
            keep all rights; retain all rights; nothing is generated; every mark comes; nothing was trained;
            contributors are paid; named in the credits; asked first; signed releases; releases signed; owns what;
            their own recordings; public domain recordings; can withdraw; may withdraw; keep the rights;
            keeps the rights; keeps all rights; rights remain; you keep the rights; you keep all; paid for each;
            commissioned from; union contract; a share of every; share of each; share of revenue; their names are;
            performed for it; recorded for it; named and paid; paid and named; own show files; learns from one's own;
            learns from your own
        """,
        contra="""
            can not opt out; no way to opt out; no opt out;
            scraped; scraping; without permission/consent/credit/payment; copied from; copyright suit;
            origin of * training; training material * disclosed; training data * disclosed; where * training * came;
            trained on * artists/songs/recordings/books/photographers; are used for training; is used for training;
            used to train; used for training; uploads * train; licensed to the company; perpetual licence to;
            perpetually; irrevocable; irrevocably; ownership * stays; stays with * vendor; may be resold; =resold;
            training set is secret; indemnify the company; may offer the same; vendor owns; company owns;
            your work * used; worldwide licence; grants the company; opted out; living artists; in the style of living;
            imitates living; voice actors; without being asked; took down; say were taken; were taken from;
            taken from their; sources are confidential; claims a licence; takes a licence; licence to everything;
            rights to everything; everything rendered may; may be reused; reuse your; imitates; copies the style;
            named artists; by artist name; refuses to say where; will not say where; won't say where;
            would not say where; open letter; permanent right; right to learn; paragraphs of theirs;
            advised its members; licence to learn; sell on whatever; show and sell; whose work it; work it had copied;
            had copied; taken * without asking; used * without asking; showreels without asking; work without asking;
            voices without asking
        """,
    ),
}
"""Families by name."""
