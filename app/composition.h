// Builds the program of the window from its parts, and is the only place that knows all of them.
#pragma once

#include "app/language.h"
#include "service/workspace_session.h"
#include "ui/commands/command_registry.h"
#include "ui/common/system_prompts.h"
#include "ui/insights/insight_feed.h"
#include "ui/main_window.h"
#include "ui/settings/preferences.h"
#include "ui/window/workspace_files.h"

#include <memory>

namespace dimsum {

// `preferences` and `prompts` outlive it. Needs a QApplication; GUI thread.
class Composition
{
public:
    Composition(Preferences &preferences, Prompts &prompts);
    ~Composition();

    MainWindow &window() { return *m_window; }
    WorkspaceSession &session() { return m_session; }
    WorkspaceFiles &files() { return m_files; }
    CommandRegistry &commands() { return m_commands; }

    // Where the sample workspace of this user lies.
    static QString sampleFile();

private:
    void addPages();

    Preferences &m_preferences;
    Prompts &m_prompts;
    Language m_language;
    WorkspaceSession m_session;
    InsightFeed m_insights{m_session};
    WorkspaceFiles m_files;
    CommandRegistry m_commands;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace dimsum
