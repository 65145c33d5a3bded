#include "ui/common/style.h"

#include "ui/common/drawing.h"
#include "ui/common/style_painting.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace dimsum {

namespace {

// The property that Segmented sets on its buttons: "first", "middle", "last", "only".
QString segmentPlace(const QWidget *widget)
{
    return widget ? widget->property("dimsumSegment").toString() : QString();
}

bool isAutoRaised(const QWidget *widget)
{
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button && button->autoRaise();
}

} // namespace

void setLook(QAbstractButton *button, ButtonLook look, bool small)
{
    button->setProperty("dimsumLook", static_cast<int>(look));
    button->setProperty("dimsumSmall", small);
    if (small)
        button->setFont(Theme::of(button).font(TypeSize::small));
    if (look == ButtonLook::link)
        button->setCursor(Qt::PointingHandCursor);
    button->updateGeometry();
    button->update();
}

void setInvalid(QWidget *input, bool invalid)
{
    input->setProperty("dimsumInvalid", invalid);
    input->update();
}

void setWasMark(QWidget *slider, int value)
{
    slider->setProperty("dimsumWas", value);
    slider->update();
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QSlider *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QHeaderView *>(widget) || qobject_cast<QSplitterHandle *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Theme &t = Theme::of(widget);
    const paint::State state(option->state);
    switch (element) {
    case PE_PanelButtonCommand:
        paint::button(painter, option->rect, state, widget);
        return;
    case PE_PanelButtonTool:
    case PE_FrameButtonTool:
        if (const QString place = segmentPlace(widget); !place.isEmpty())
            paint::segment(painter, option->rect, state, place);
        else if (isAutoRaised(widget))
            paint::toolButton(painter, option->rect, state);
        else
            paint::button(painter, option->rect, state, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QTabBar *>(widget)
            && !qobject_cast<const QSlider *>(widget))
            paintFocusRing(painter, option->rect, t, 3);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth > 0)
            paint::input(painter, option->rect, state, widget, false);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option->rect, state, option->state & State_NoChange);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(painter, option->rect, state);
        return;
    case PE_Frame:
    case PE_FrameMenu:
    case PE_FrameWindow:
        paintFrame(painter, option->rect, QColor(), t.line2, element == PE_Frame ? 3 : 0);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line2);
        return;
    case PE_FrameTabWidget:
        painter->fillRect(QRectF(option->rect.left(), option->rect.top(), option->rect.width(), 1), t.line2);
        return;
    case PE_FrameDockWidget:
        return;
    case PE_PanelMenuBar:
    case PE_PanelToolBar:
        painter->fillRect(option->rect, t.panel);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, t.panel);
        painter->fillRect(QRectF(option->rect.left(), option->rect.top(), option->rect.width(), 1), t.line2);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const paint::Direction direction = element == PE_IndicatorArrowDown   ? paint::Direction::down
                                           : element == PE_IndicatorArrowUp   ? paint::Direction::up
                                           : element == PE_IndicatorArrowLeft ? paint::Direction::left
                                                                              : paint::Direction::right;
        const QPointF c = QRectF(option->rect).center();
        paint::chevron(painter, QRectF(c.x() - 6, c.y() - 6, 12, 12), direction, state.enabled ? t.text3 : t.disabled);
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QPointF c = QRectF(option->rect).center();
            paint::chevron(painter, QRectF(c.x() - 6, c.y() - 6, 12, 12),
                           option->state & State_Open ? paint::Direction::down : paint::Direction::right, t.text3);
        }
        return;
    case PE_IndicatorToolBarSeparator: {
        const QRectF r(option->rect);
        painter->fillRect(QRectF(r.center().x(), r.center().y() - 11, 1, 22), t.line2);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Theme &t = Theme::of(widget);
    switch (element) {
    case CE_PushButtonBevel:
        paint::button(painter, option->rect, paint::State(option->state), widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            paint::buttonLabel(painter, *button, widget);
        return;
    case CE_ToolButtonLabel:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            tool && (!segmentPlace(widget).isEmpty() || (!tool->text.isEmpty() && !isAutoRaised(widget)))
            && tool->toolButtonStyle != Qt::ToolButtonTextUnderIcon) {
            QStyleOptionButton label;
            label.rect = tool->rect;
            label.state = tool->state;
            label.text = tool->toolButtonStyle == Qt::ToolButtonIconOnly && !tool->icon.isNull() ? QString()
                                                                                                 : tool->text;
            label.icon = tool->toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : tool->icon;
            label.iconSize = tool->iconSize;
            label.fontMetrics = tool->fontMetrics;
            painter->setFont(tool->font);
            paint::buttonLabel(painter, label, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.header);
        painter->fillRect(QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line2);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerSection(painter, *header);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paint::tabShape(painter, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paint::tabLabel(painter, *tab);
        return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, t.panel);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(option->rect, t.panel);
            const bool lit = option->state & (State_Selected | State_Sunken) && option->state & State_Enabled;
            if (lit)
                paintFrame(painter, option->rect.adjusted(1, 2, -1, -2), t.accentTint, QColor(), 3);
            painter->setPen(option->state & State_Enabled ? t.text : t.disabled);
            painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            QStyleOptionMenuItem quiet(*item);
            quiet.palette.setColor(QPalette::Highlight, t.accentTint);
            quiet.palette.setColor(QPalette::HighlightedText, t.text);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem quiet(*item);
            quiet.palette.setColor(QPalette::Highlight, t.accentTint);
            quiet.palette.setColor(QPalette::HighlightedText, t.text);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_Splitter:
        // Orientation of the option is that of the splitter's line: State_Horizontal for side by side panes.
        paint::splitterGrip(painter, option->rect, option->state & State_Horizontal);
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            painter->fillRect(option->rect, t.header);
            painter->fillRect(QRectF(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line2);
            painter->setFont(t.font(TypeSize::small));
            painter->setPen(t.text2);
            painter->drawText(option->rect.adjusted(12, 0, -50, 0), Qt::AlignVCenter | Qt::AlignLeft, dock->title);
        }
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && element == CE_ProgressBarContents) {
            const double span = std::max(1, bar->maximum - bar->minimum);
            const QRectF r(option->rect.left(), QRectF(option->rect).center().y() - 3, option->rect.width(), 6);
            paintBar(painter, r, (bar->progress - bar->minimum) / span, t.accent, t);
        }
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Theme &t = Theme::of(widget);
    const paint::State state(option->state);
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->frame)
                paint::input(painter, option->rect, state, widget, !combo->editable);
            const QRectF arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            paint::chevron(painter, QRectF(arrow.center().x() - 7, arrow.center().y() - 7, 14, 14),
                           paint::Direction::down, state.enabled ? t.text3 : t.disabled);
        }
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                paint::input(painter, option->rect, state, widget, false);
            if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
                return;
            const QRectF up = subControlRect(control, option, SC_SpinBoxUp, widget);
            const QRectF down = subControlRect(control, option, SC_SpinBoxDown, widget);
            painter->fillRect(QRectF(up.left(), option->rect.top() + 2, 1, option->rect.height() - 4), t.line);
            const auto ink = [&](QAbstractSpinBox::StepEnabledFlag flag, SubControl part) {
                if (!state.enabled || !(spin->stepEnabled & flag))
                    return t.disabled;
                return option->activeSubControls == part ? t.accent : t.text3;
            };
            paint::chevron(painter, QRectF(up.center().x() - 5, up.bottom() - 9, 10, 8), paint::Direction::up,
                           ink(QAbstractSpinBox::StepUpEnabled, SC_SpinBoxUp));
            paint::chevron(painter, QRectF(down.center().x() - 5, down.top() + 1, 10, 8), paint::Direction::down,
                           ink(QAbstractSpinBox::StepDownEnabled, SC_SpinBoxDown));
        }
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::scrollBar(painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paint::slider(painter, *slider, widget, subControlRect(control, option, SC_SliderGroove, widget),
                          subControlRect(control, option, SC_SliderHandle, widget));
        return;
    case CC_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton plain(*tool);
            drawPrimitive(PE_PanelButtonTool, &plain, painter, widget);
            const bool menu = tool->features & QStyleOptionToolButton::HasMenu;
            // An icon-only button with a menu needs no arrow: its tooltip and the ellipsis say it.
            const bool arrow = menu && !tool->text.isEmpty() && tool->toolButtonStyle != Qt::ToolButtonIconOnly;
            plain.rect = option->rect.adjusted(0, 0, arrow ? -14 : 0, 0);
            drawControl(CE_ToolButtonLabel, &plain, painter, widget);
            if (arrow)
                paint::chevron(painter, QRectF(option->rect.right() - 18, option->rect.center().y() - 6, 12, 12),
                               paint::Direction::down, t.text3);
        }
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect r = option->rect;
    const auto mirrored = [&](const QRect &rect) { return visualRect(option->direction, r, rect); };
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow)
            return mirrored(QRect(r.right() - 23, r.top(), 22, r.height()));
        if (part == SC_ComboBoxEditField)
            return mirrored(r.adjusted(9, 1, -25, -1));
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int width = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 19;
        const QRect up(r.right() - width + 1, r.top() + 1, width - 1, r.height() / 2 - 1);
        if (part == SC_SpinBoxUp)
            return mirrored(width ? up : QRect());
        if (part == SC_SpinBoxDown)
            return mirrored(width ? up.translated(0, r.height() / 2) : QRect());
        if (part == SC_SpinBoxEditField)
            return mirrored(r.adjusted(7, 1, -width - 1, -1));
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? r.height() : r.width();
        const double range = double(bar->maximum) - bar->minimum;
        int handle = length;
        if (range > 0)
            handle = std::clamp(static_cast<int>(length * (bar->pageStep / (range + bar->pageStep))), 28, length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle,
                                                  bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return mirrored(upright ? QRect(r.left(), r.top() + from, r.width(), size)
                                    : QRect(r.left() + from, r.top(), size, r.height()));
        };
        switch (part) {
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: return piece(start, handle);
        case SC_ScrollBarSubPage: return piece(0, start);
        case SC_ScrollBarAddPage: return piece(start + handle, length - start - handle);
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(6, 1, -6, -1);
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const int line = option ? option->fontMetrics.height() : 0;
    const int control = std::max(paint::isSmall(widget) ? metric::controlSmall : metric::control, line + 8);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        int width = 22;
        if (button) {
            QFont font = widget ? widget->font() : Theme::of().baseFont;
            font.setWeight(QFont::DemiBold); // the primary look, also so that a change of look moves nothing
            width += QFontMetrics(font).size(Qt::TextShowMnemonic, button->text).width();
            if (!button->icon.isNull())
                width += button->iconSize.width() + (button->text.isEmpty() ? 0 : 6);
            if (button->features & QStyleOptionButton::HasMenu)
                width += 16;
            if (button->text.isEmpty())
                width = control;
        }
        if (static_cast<ButtonLook>(paint::lookOf(widget)) == ButtonLook::link)
            width -= 14;
        return {width, control};
    }
    case CT_ToolButton: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!tool)
            break;
        if (tool->toolButtonStyle == Qt::ToolButtonTextUnderIcon)
            break;
        const bool words = !tool->text.isEmpty() && tool->toolButtonStyle != Qt::ToolButtonIconOnly;
        const bool icon = !tool->icon.isNull() && tool->toolButtonStyle != Qt::ToolButtonTextOnly;
        if (!words && icon)
            return isAutoRaised(widget) ? QSize(tool->iconSize.width() + 12, tool->iconSize.height() + 12)
                                        : QSize(control, control);
        QFont font = tool->font;
        font.setWeight(QFont::DemiBold);
        const bool link = static_cast<ButtonLook>(paint::lookOf(widget)) == ButtonLook::link;
        int width = (link ? 6 : 20) + QFontMetrics(font).size(Qt::TextShowMnemonic, tool->text).width();
        if (icon)
            width += tool->iconSize.width() + 6;
        if (tool->features & QStyleOptionToolButton::HasMenu)
            width += 14;
        return {width, control};
    }
    case CT_LineEdit:
        return {contents.width() + 12, control};
    case CT_ComboBox:
        return {contents.width() + 36, control};
    case CT_SpinBox:
        return {contents.width() + 32, control};
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const QFontMetrics bold(Theme::of().font(TypeSize::small, true));
        const int width = header ? bold.horizontalAdvance(header->text) + 16 + 14 + 3 : contents.width();
        return {width, std::max(metric::tableHeader, bold.height() + 10)};
    }
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return {paint::tabWidth(*tab), std::max(metric::tabBar, line + 12)};
        break;
    case CT_MenuBarItem:
        return {QProxyStyle::sizeFromContents(type, option, contents, widget).width() + 8,
                std::max(metric::menuBar, line + 6)};
    case CT_MenuItem: {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), 26));
        return size;
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int Style::pixelMetric(PixelMetric measure, const QStyleOption *option, const QWidget *widget) const
{
    switch (measure) {
    case PM_ScrollBarExtent: return metric::scrollBar;
    case PM_ScrollBarSliderMin: return 28;
    case PM_SplitterWidth: return metric::splitter;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 6;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return 16;
    case PM_ToolBarIconSize: return 18;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap: return 0;
    case PM_SliderThickness:
    case PM_SliderControlThickness: return 20;
    case PM_SliderLength: return 12;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return metric::pageMargin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 6;
    case PM_DockWidgetTitleMargin: return 6;
    case PM_DockWidgetSeparatorExtent: return metric::splitter;
    case PM_HeaderMargin: return 8;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return 6;
    case PM_FocusFrameHMargin: return 8;
    default: return QProxyStyle::pixelMetric(measure, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_Table_GridLineColor: return static_cast<int>(Theme::of(widget).grid.rgb());
    case SH_DockWidget_ButtonsHaveFrame: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace dimsum
