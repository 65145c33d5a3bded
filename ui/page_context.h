// What every page is given in its constructor. References outlive the page; GUI thread only.
#pragma once

#include "ui/commands/command_registry.h"
#include "ui/navigation.h"
#include "ui/settings/preferences.h"

namespace dimsum {

class InsightFeed;
class Prompts;
class WorkspaceSession;

struct PageContext {
    WorkspaceSession &session;   // snapshot and requests (service/workspace_session.h)
    Prompts &prompts;            // questions and file names (ui/common/prompts.h)
    Preferences &preferences;    // theme, density, language, who I am
    Navigation &navigation;      // other pages, errors, notices
    InsightFeed *insights = nullptr; // what the data says (ui/insights/insight_feed.h); null: nobody computes it
};

} // namespace dimsum
