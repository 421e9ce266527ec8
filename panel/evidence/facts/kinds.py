"""What kinds of things stand on which shelf: the noun in which a definition ends says what it defines."""

import re
from functools import cache

from panel.evidence.lowered import lowered
from panel.evidence.words import words

_KINDS = {
    "AI Models": "model llm checkpoint embedding transformer upscaler vocoder recogniser recognizer image-generator video-generator bildmodell sprachmodell ki-modell",
    "Developer Tools": """
        library framework compiler transpiler linter formatter debugger profiler ide database datastore orm runtime
        sdk api cli shell parser bundler toolkit toolchain daemon proxy queue broker scheduler orchestrator registry
        emulator tracer interpreter boilerplate multiplexer site-generator code-generator api-gateway
        code-editor code-reviewer code-review-bot coding-agent coding-assistant search-engine query-engine game-engine
        key-value-store object-store package-manager build-system build-tool build-server test-runner type-checker
        command-line-tool command-line-client load-balancer message-broker log-viewer static-analyser static-analyzer
        ci-service feature-flag-service error-tracker error-monitor bug-tracker crash-reporter migration-tool command-line-program
        uptime-monitor log-service api-client build-service testing-service email-api auth-service
        harness fuzzer scraper crawler tokenizer tokeniser disassembler decompiler preprocessor minifier test-suite benchmark-suite
        web-server inference-server inference-engine workflow-engine rules-engine template-engine git-client load-tester secrets-manager
        programming-language version-control review-bot search-server mail-server vector-store task-runner
    """,
    "Apps": """
        app application game planner calendar diary journal player browser notebook organiser organizer messenger puzzle
        adventure platformer spreadsheet launcher to-do-list shopping-list mail-client e-mail-client photo-editor
        video-editor audio-editor feed-reader rss-reader news-reader word-processor habit-tracker time-tracker
        expense-tracker reading-tracker budgeting-program accounting-program bookkeeping-program accounting-software
        bookkeeping-software budgeting-software note-taker password-manager flashcard vokabeltrainer metronome
        drawing-program painting-program writing-program screenwriting-program genealogy-program photo-program music-program chess-program
        tax-program typing-tutor drawing-software writing-software photo-software music-software tax-software genealogy-software
        drawing-tool painting-tool writing-tool family-tree sleep-tracker mood-tracker
        recipe-manager budget-program chat-client podcast-client
    """,
    "Hardware": """
        watch smartwatch phone smartphone handset laptop notebook-computer tablet e-reader ereader camera webcam dashcam
        camcorder drone gimbal tripod lens telescope binoculars microscope headset headphone earbud earphone earpiece
        speaker soundbar subwoofer amplifier turntable recorder microphone mixer synthesizer synthesiser synth piano
        keyboard pedalboard pedal guitar sampler drum-machine mouse trackball trackpad joystick gamepad controller
        console handheld monitor display television tv projector printer scanner router modem switch hub gateway
        access-point nas server-box charger power-bank battery adapter dock docking-station cable dongle ssd drive
        graphics-card sound-card processor chip board motherboard microcontroller single-board-computer computer pc
        mini-pc workstation desktop-computer desktop robot vacuum mower lawnmower thermostat doorbell lock padlock lamp
        light bulb lantern torch flashlight plug socket sensor detector alarm buoy beacon tracker-tag tag collar ring
        smart-ring wristband band bracelet glove helmet glasses goggles vest scale thermometer barometer meter monitor
        hearing-aid breathalyser locator telephone intercom e-paper-display photo-frame picture-frame smart-plug
        inhaler toothbrush shaver dryer kettle toaster oven stove cooker fridge freezer purifier humidifier dehumidifier
        heater fan pump blender grinder coffee-machine espresso-machine bike e-bike bicycle scooter skateboard car
        charger-station wallbox inverter solar-panel panel generator-set radio walkie-talkie transceiver antenna receiver
        feeder fountain clock device gadget wearable appliance instrument kit box set-top-box stick pen stylus badge
        home-server media-server file-server calculator typewriter weather-station
    """,
    "Services": """
        service hosting host laboratory agency school course marketplace insurance bank carrier provider operator courier
        clinic rental subscription-box delivery vpn hotline helpdesk concierge registrar backup forwarding pickup
        scheme mobile-network phone-network mail-service answering-service storage-network hire taxi insurer broker-service
        parking car-sharing bike-sharing ride-sharing car-pool shuttle coaching tutoring cleaning catering laundry locker-network
        webmail mail-provider streaming-service object-storage cloud-storage virtual-server gpu-cloud
    """,
}
_SHELF_OF = {kind: shelf for shelf, kinds in _KINDS.items() for kind in words(kinds)}
_MOST_WORDS = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@cache
def shelf_of_kind(what: str) -> str | None:
    """Return the shelf of the noun in which some words end: ``smart home hub``.

    Args:
        what: Words without what follows the noun, in any case, in the singular or plural.
    """
    found = _WORD.findall(lowered(what))[-_MOST_WORDS:]
    for first in range(len(found)):
        for kind in _singulars("-".join(found[first:])):
            if kind in _SHELF_OF:
                return _SHELF_OF[kind]
    return None


def _singulars(kind: str) -> tuple[str, ...]:
    return (kind, kind.removesuffix("s"), kind.removesuffix("es"), f"{kind.removesuffix('ies')}y")
