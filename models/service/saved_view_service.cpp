#include "service/saved_view_service.h"

#include "service/recorded_change.h"
#include "store/setting_store.h"

namespace dimsum {

namespace {

SavedView viewOf(const ViewState &stored)
{
    return {.id = stored.id,
            .page = QString::fromStdString(stored.page),
            .name = QString::fromStdString(stored.name),
            .state = QByteArray::fromStdString(stored.body),
            .position = stored.position};
}

} // namespace

Result<std::vector<SavedView>> savedViews(Workspace &workspace, const QString &page)
{
    const auto stored = ViewStore(workspace.database()).views(page.toStdString());
    if (!stored)
        return stored.error();
    std::vector<SavedView> views;
    for (const ViewState &view : *stored)
        views.push_back(viewOf(view));
    return views;
}

Result<SavedView> saveView(Workspace &workspace, SavedView view)
{
    view.name = view.name.trimmed();
    if (view.name.isEmpty())
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("Give the view a name."),
                     .field = "name"};
    const ViewState stored{.id = view.id,
                           .page = view.page.toStdString(),
                           .name = view.name.toStdString(),
                           .position = view.position,
                           .body = view.state.isEmpty() ? "{}" : view.state.toStdString()};
    return recordedChange(workspace, {.action = "save_view", .argument = stored.name}, ScoreEffect::none,
                          [&]() -> Result<SavedView> {
                              const auto id = ViewStore(workspace.database()).save(stored);
                              if (!id)
                                  return id.error();
                              view.id = *id;
                              return view;
                          });
}

Outcome removeView(Workspace &workspace, std::int64_t id)
{
    return recordedChange(workspace, {.action = "remove_view"}, ScoreEffect::none,
                          [&]() -> Outcome { return ViewStore(workspace.database()).remove(id); });
}

} // namespace dimsum
